using AmoCrmQualification.Application.AmoCrm;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Handlers;

/// <summary>Sends a request again as its failure allows.</summary>
internal sealed class ResilienceHandler(AmoResilience resilience) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = AmoCall.From(request);
        try
        {
            return await resilience.ExecuteAsync(
                call.Access!.Domain,
                call.IsRepeatable,
                attempt => base.SendAsync(request, attempt),
                cancellationToken
            );
        }
        catch (Exception e) when (e is BrokenCircuitException or TimeoutRejectedException)
        {
            throw new AmoCallException(AmoFailure.Transient, status: null, inner: e);
        }
    }
}
