using System.Security.Cryptography;
using System.Text;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Connections;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>amoCRM's OAuth: where a person consents, and the token endpoint. Nothing here is tried twice: what it takes serves once.</summary>
internal sealed class AmoOAuth(IAmoOAuthApi amo, AmoCrmOptions options, PublicAddress address, TimeProvider clock) : IAmoOAuth
{
    /// <summary>amoCRM says a day.</summary>
    private static readonly TimeSpan AccessTokenLives = TimeSpan.FromDays(1);

    /// <summary>amoCRM says three months.</summary>
    private static readonly TimeSpan RefreshTokenLives = TimeSpan.FromDays(90);

    /// <summary>An operator who has lost it in a restart gets it back; the tokens are not at fault.</summary>
    private AmoIntegration Integration => options.Integration ?? throw new AmoCallException(AmoFailure.Transient, status: null);

    public bool IsConfigured => options.Integration is not null;

    public string AuthorizeUrl(AmoPlatform platform, string state)
    {
        var site =
            options.ApiBaseUrl?.AbsoluteUri.TrimEnd('/')
            ?? platform switch
            {
                AmoPlatform.Amocrm => "https://www.amocrm.ru",
                AmoPlatform.Kommo => "https://www.kommo.com",
            };
        return $"{site}/oauth?client_id={Uri.EscapeDataString(Integration.ClientId)}&state={Uri.EscapeDataString(state)}&mode=popup";
    }

    public string LandingUrl(UserAccountId account, string? error) =>
        $"{address.Url}/settings?userAccountId={account.Value:D}&{(error is null ? "connected=1" : $"error={error}")}";

    public async Task<TokenResponse> ExchangeAsync(AmoDomain domain, string code, CancellationToken cancellationToken)
    {
        try
        {
            return await RequestTokensAsync(domain, "authorization_code", code, refreshToken: null, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization || IsAboutCode(e))
        {
            throw new DomainException(
                Refusal.Invalid("code", Reasons.AuthorizationCodeRefused, "amoCRM refuses this code. Begin anew.")
            );
        }
    }

    /// <summary>Exchanges the refresh token for another pair; it is of no use afterwards, even if the answer is lost.</summary>
    /// <exception cref="AmoCallException">The token is dead (<see cref="AmoFailure.NeedsReauthorization"/>), or it may work later.</exception>
    public async Task<TokenResponse> RefreshAsync(AmoDomain domain, string refreshToken, CancellationToken cancellationToken)
    {
        try
        {
            return await RequestTokensAsync(domain, "refresh_token", code: null, refreshToken, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.Permanent)
        {
            // Whatever is not said of the token (a wrong client secret, a blocked address) somebody may put right.
            throw new AmoCallException(
                IsAboutToken(e) ? AmoFailure.NeedsReauthorization : AmoFailure.Transient,
                e.Status,
                e.RetryAfter,
                e
            )
            {
                Hint = e.Hint,
                Sentence = e.Sentence,
                HostMayHaveMoved = e.HostMayHaveMoved,
            };
        }
    }

    /// <summary>Current domain of the account; null when that cannot be asked.</summary>
    public async Task<AmoDomain?> CurrentDomainAsync(string accessToken, string refreshToken, CancellationToken cancellationToken)
    {
        if (TokenClaims.ApiDomainOf(accessToken) is not { } knowing)
            return null;
        var call = AmoCall.With(new AmoAccessToken(knowing, Token: null)) with { Secrets = [refreshToken, accessToken] };
        var answer = await amo.GetSubdomainAsync(call, refreshToken, cancellationToken);
        return AmoDomain.Parse(answer?.Domain);
    }

    public bool IsSignedDisabling(string? clientId, string? account, string? signature)
    {
        if (options.Integration is not { } own || signature is not { Length: 2 * SHA256.HashSizeInBytes })
            return false;
        var signed = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(own.ClientSecret),
            Encoding.UTF8.GetBytes($"{own.ClientId}|{account}")
        );
        return clientId == own.ClientId
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Convert.ToHexStringLower(signed)),
                Encoding.ASCII.GetBytes(signature.ToLowerInvariant())
            );
    }

    private async Task<TokenResponse> RequestTokensAsync(
        AmoDomain domain,
        string grantType,
        string? code,
        string? refreshToken,
        CancellationToken cancellationToken
    )
    {
        var asked = new TokenAsked(
            Integration.ClientId,
            Integration.ClientSecret,
            grantType,
            code,
            refreshToken,
            $"{address.Url}/api/amocrm/oauth/callback"
        );
        var now = clock.GetUtcNow(); // before the call: better early than late
        var call = AmoCall.With(new AmoAccessToken(domain, Token: null)).Once with
        {
            Secrets = [asked.ClientSecret, code, refreshToken],
        };
        var answer = await amo.RequestTokensAsync(call, asked, cancellationToken);
        return answer is { AccessToken.Length: > 0, RefreshToken.Length: > 0 }
            ? new(answer.AccessToken, now + Life(answer), answer.RefreshToken, now + RefreshTokenLives)
            : throw new AmoCallException(AmoFailure.Transient, status: null);
    }

    /// <summary>amoCRM's own where it can be read; a token that ends earlier is refreshed when it is refused.</summary>
    private static TimeSpan Life(TokenWire token) =>
        token.ExpiresIn is > 0 and < int.MaxValue and var seconds ? TimeSpan.FromSeconds(seconds) : AccessTokenLives;

    // amoCRM's hints: "Invalid refresh token", "Token has been revoked", "Cannot decrypt the refresh token".
    private static bool IsAboutToken(AmoCallException e) => Says(e, "token");

    // "Authorization code has expired", "… has been revoked", "Cannot decrypt the authorization code".
    private static bool IsAboutCode(AmoCallException e) => Says(e, "authorization code");

    private static bool Says(AmoCallException e, string word) =>
        e.Status == 400 && e.Hint?.Contains(word, StringComparison.OrdinalIgnoreCase) is true;
}
