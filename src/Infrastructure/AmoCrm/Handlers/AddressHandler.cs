using System.Net.Http.Headers;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Handlers;

/// <summary>Sends a request to the host of the account it is for, and shows that host the account's token.</summary>
internal sealed class AddressHandler(AmoCrmOptions options) : DelegatingHandler
{
    /// <summary>Stands in a request until its account's host does.</summary>
    public static readonly Uri Nowhere = new("https://account.invalid");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var access = AmoCall.From(request).Access!;
        if (options.ApiBaseUrl is null)
            request.RequestUri = new Uri($"https://{access.Domain.Host}{request.RequestUri!.PathAndQuery}");
        request.Headers.Authorization = access.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
        return base.SendAsync(request, cancellationToken);
    }
}
