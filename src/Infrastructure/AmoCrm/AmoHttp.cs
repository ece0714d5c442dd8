using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>One call to amoCRM: paced, authorised, retried as its failure allows, its answer read.</summary>
internal sealed class AmoHttp(HttpClient http, AmoRateLimiter limiter, AmoResilience resilience, AmoCrmOptions options)
{
    /// <summary>For one answer; the wait for a free moment to ask does not count.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The answer, or null where amoCRM has nothing to say (204).</summary>
    /// <exception cref="AmoCallException">It failed, after the retries.</exception>
    public async Task<T?> SendAsync<T>(AmoAccessToken access, AmoCall call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await resilience.ExecuteAsync(
                access.Domain,
                call.IsRepeatable,
                token => SendOnceAsync<T>(access, call, token),
                cancellationToken
            );
        }
        catch (Exception e) when (e is BrokenCircuitException or TimeoutRejectedException)
        {
            throw new AmoCallException(AmoFailure.RetryLater, status: null, inner: e);
        }
    }

    private async Task<T?> SendOnceAsync<T>(AmoAccessToken access, AmoCall call, CancellationToken cancellationToken)
        where T : class
    {
        var permit = await limiter.AcquireAsync(access.Domain, cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var request = call.ToRequest(BaseOf(access.Domain));
            if (access.Token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access.Token);
            using var response = await http.SendAsync(request, patience.Token);
            if (response.StatusCode == HttpStatusCode.NoContent)
                return null;
            if (!response.IsSuccessStatusCode)
                throw await AmoFailures.OfAsync(response, [access.Token, .. call.Secrets], patience.Token);

            return AmoJson.ReadAnswer<T>(AmoJson.Parse(await response.Content.ReadAsByteArrayAsync(patience.Token)));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            throw new AmoCallException(AmoFailure.RetryLater, status: null, inner: e)
            {
                IsUnreadable = e is JsonException,
                HostMayHaveMoved = e is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError },
            };
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AmoCallException(AmoFailure.RetryLater, status: null, inner: e); // it took too long
        }
        finally
        {
            if (!patience.IsCancellationRequested) // else it may arrive yet
                await limiter.ReleaseAsync(permit);
        }
    }

    private string BaseOf(AmoDomain domain) => options.ApiBaseUrl?.AbsoluteUri.TrimEnd('/') ?? $"https://{domain.Host}";
}

/// <summary>With what right amoCRM is called, and where.</summary>
/// <param name="Token">Null where the call itself carries the right.</param>
internal sealed record AmoAccessToken(AmoDomain Domain, string? Token)
{
    public override string ToString() => Domain.Host; // tokens reach no log
}
