namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

internal sealed record TokenAsked(
    string ClientId,
    string ClientSecret,
    string GrantType,
    string? Code,
    string? RefreshToken,
    string RedirectUri
);

internal sealed record TokenWire(string? AccessToken, string? RefreshToken, long? ExpiresIn);

/// <param name="Domain">The whole host.</param>
internal sealed record SubdomainWire(string? Domain);
