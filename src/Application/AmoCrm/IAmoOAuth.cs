namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>The two brands of amoCRM: integrations and tokens of one do not work on the other.</summary>
public enum AmoPlatform
{
    Amocrm,
    Kommo,
}

/// <summary>What amoCRM gives for a person's consent, in plain text.</summary>
public sealed record TokenResponse(
    string AccessToken,
    DateTimeOffset? AccessTokenExpiresAt,
    string? RefreshToken,
    DateTimeOffset? RefreshTokenExpiresAt
)
{
    public override string ToString() => nameof(TokenResponse); // tokens reach no log
}

public interface IAmoOAuth
{
    /// <summary>Whether the operator has given an integration's id and secret.</summary>
    bool IsConfigured { get; }

    /// <summary>Where a person consents.</summary>
    string AuthorizeUrl(AmoPlatform platform, string state);

    /// <summary>Where the browser goes in the web app when amoCRM has sent it back.</summary>
    string LandingUrl(UserAccountId account, string? error);

    /// <summary>Gives the code for tokens. A code serves once, so this is tried once.</summary>
    /// <exception cref="Domain.Common.DomainException">amoCRM refuses the code.</exception>
    Task<TokenResponse> ExchangeAsync(AmoDomain domain, string code, CancellationToken cancellationToken);

    /// <summary>Whether amoCRM signed that the account has switched the integration off.</summary>
    bool IsSignedDisabling(string? clientId, string? account, string? signature);
}

/// <summary>Authorizations that a person has begun and not yet come back from.</summary>
public interface IAmoAuthorizations
{
    /// <summary>Begins one; the state that comes back from amoCRM is signed, names the account and lives 15 minutes.</summary>
    Task<string> BeginAsync(UserAccountId account, CancellationToken cancellationToken);

    /// <summary>Ends one and says whose it was; null when the state is forged, too old or was used. It serves once.</summary>
    Task<UserAccountId?> EndAsync(string? state, CancellationToken cancellationToken);
}
