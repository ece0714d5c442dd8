using System.ComponentModel.DataAnnotations;
using System.Text;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>The tokens of a platform that has its own users.</summary>
public sealed class JwtSettings : IValidatableObject
{
    private const int MinKeyBytes = 32; // as many as HS256 has

    /// <summary>Address at which the platform publishes its keys; null when a key is shared with it.</summary>
    [HttpAddress]
    public Uri? Authority { get; init; }

    public string? SigningKey { get; init; }
    public string? Audience { get; init; }
    public string AccountsClaim { get; init; } = "user_account_ids";

    /// <summary>False: only the service's own keys and users are accepted.</summary>
    public bool IsConfigured => Authority is not null || SigningKey is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        this switch
        {
            { Authority: null, SigningKey: null, Audience: not null } => Fault(
                nameof(Audience),
                "it is given, but neither Jwt__Authority nor Jwt__SigningKey"
            ),
            { Authority: not null, SigningKey: not null } => Fault(nameof(SigningKey), "it is given, but Jwt__Authority too"),
            { SigningKey: { } key } when Encoding.UTF8.GetByteCount(key) < MinKeyBytes => Fault(
                nameof(SigningKey),
                $"it needs at least {MinKeyBytes} characters"
            ),
            { Authority: { IsLoopback: false } url } when url.Scheme != Uri.UriSchemeHttps => Fault(
                nameof(Authority),
                "it is no https address"
            ),
            // One authority issues tokens for many services.
            { Authority: not null, Audience: null } => Fault(nameof(Audience), "it is missing, but Jwt__Authority is given"),
            _ => [],
        };

    private static ValidationResult[] Fault(string property, string why) => [new(why, [property])];
}
