using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Handlers;

/// <summary>Sends a request when it is its turn, and waits for its answer for a limited time.</summary>
internal sealed class RateLimitHandler(AmoRateLimiter limiter) : DelegatingHandler
{
    /// <summary>For one answer; the wait for a free moment to ask does not count.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var permit = await limiter.AcquireAsync(AmoCall.From(request).Access!.Domain, cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await base.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AmoCallException(AmoFailure.Transient, status: null, inner: e); // it took too long
        }
        finally
        {
            if (!patience.IsCancellationRequested) // else it may arrive yet
                await limiter.ReleaseAsync(permit);
        }
    }
}
