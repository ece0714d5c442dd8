using AmoCrmQualification.Infrastructure.AmoCrm.Wire;
using Refit;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>amoCRM's OAuth server. No access token is shown to it: what it takes is the right by itself.</summary>
[PathPrefix("/oauth2")]
internal interface IAmoOAuthApi
{
    [Post("/access_token")]
    Task<TokenWire?> RequestTokensAsync(
        [Property(AmoCall.Key)] AmoCall call,
        [Body] TokenAsked request,
        CancellationToken cancellationToken
    );

    [Get("/account/current/subdomain")]
    Task<SubdomainWire?> GetSubdomainAsync(
        [Property(AmoCall.Key)] AmoCall call,
        [Header("X-Refresh-Token")] string refreshToken,
        CancellationToken cancellationToken
    );
}
