using System.Net;
using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Handlers;

/// <summary>Reads an answer to its end: it is JSON, or without content, or the failure that it means.</summary>
internal sealed class FailureHandler : DelegatingHandler
{
    private const int LongestAnswer = 32 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NoContent)
                return response;
            if (!response.IsSuccessStatusCode)
                throw await AmoFailures.FromAsync(response, AmoCall.From(request), cancellationToken);
            using var body = response.Content;
            response.Content = new AmoJsonContent(AmoJson.ParseAnswer(await body.ReadAsByteArrayAsync(cancellationToken)));
            return response;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            response?.Dispose();
            throw new AmoCallException(AmoFailure.Transient, status: null, inner: e)
            {
                IsUnreadable = e is JsonException,
                HostMayHaveMoved = e is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError },
            };
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }
}
