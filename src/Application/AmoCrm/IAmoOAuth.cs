namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>The two brands of amoCRM: integrations and tokens of one do not work on the other.</summary>
public enum AmoPlatform
{
    Amocrm,
    Kommo,
}

/// <summary>Tokens that amoCRM grants for a consent, in plain text.</summary>
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
    /// <summary>True if the integration's id and secret are configured.</summary>
    bool IsConfigured { get; }

    /// <summary>Builds the address of the consent page at amoCRM.</summary>
    string AuthorizeUrl(AmoPlatform platform, string state);

    /// <summary>Builds the address in the web app for a browser that returns from amoCRM.</summary>
    string LandingUrl(UserAccountId account, string? error);

    /// <summary>Gives the code for tokens. A code serves once, so this is tried once.</summary>
    /// <exception cref="Domain.Common.DomainException">amoCRM refuses the code.</exception>
    Task<TokenResponse> ExchangeAsync(AmoDomain domain, string code, CancellationToken cancellationToken);

    /// <summary>True if amoCRM signed that the account has switched the integration off.</summary>
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
