using System.Text;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>The tokens of a platform that has its own users.</summary>
public sealed record JwtSettings
{
    private const int MinKeyBytes = 32; // as many as HS256 has

    /// <summary>Where the platform publishes its keys; null when a key is shared with it.</summary>
    public Uri? Authority { get; private init; }

    public string? SigningKey { get; private init; }
    public string? Audience { get; private init; }
    public required string AccountsClaim { get; init; }

    /// <summary>Null: only our own keys and users are known.</summary>
    public static JwtSettings? Read(IConfiguration configuration)
    {
        var settings = new JwtSettings
        {
            Authority = ServiceSettings.Url(configuration, "Jwt:Authority"),
            SigningKey = ServiceSettings.Text(configuration, "Jwt:SigningKey"),
            Audience = ServiceSettings.Text(configuration, "Jwt:Audience"),
            AccountsClaim = ServiceSettings.Text(configuration, "Jwt:AccountsClaim") ?? "user_account_ids",
        };
        return settings switch
        {
            { Authority: null, SigningKey: null, Audience: null } => null,
            { Authority: null, SigningKey: null } => throw ServiceSettings.Bad(
                "Jwt:Audience",
                "it is given, but neither Jwt__Authority nor Jwt__SigningKey"
            ),
            { Authority: not null, SigningKey: not null } => throw ServiceSettings.Bad(
                "Jwt:SigningKey",
                "it is given, but Jwt__Authority too"
            ),
            { SigningKey: { } key } when Encoding.UTF8.GetByteCount(key) < MinKeyBytes => throw ServiceSettings.Bad(
                "Jwt:SigningKey",
                $"it needs at least {MinKeyBytes} characters"
            ),
            { Authority: { IsLoopback: false } url } when url.Scheme != Uri.UriSchemeHttps => throw ServiceSettings.Bad(
                "Jwt:Authority",
                "it is no https address"
            ),
            // One authority issues tokens for many services.
            { Authority: not null, Audience: null } => throw ServiceSettings.Bad(
                "Jwt:Audience",
                "it is missing, but Jwt__Authority is given"
            ),
            _ => settings,
        };
    }
}
