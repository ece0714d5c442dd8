using System.ComponentModel.DataAnnotations;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>The configuration of the service; <c>docs/configuration.md</c> describes each value and its default.</summary>
public sealed class ServiceSettings : IValidatableObject
{
    /// <summary>Base address for amoCRM and browsers; null: the first listen address.</summary>
    [HttpAddress]
    public Uri? PublicUrl { get; init; }

    /// <summary>Listen addresses, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    public ConnectionStringsSettings ConnectionStrings { get; init; } = new();
    public StorageSettings Storage { get; init; } = new();
    public SecuritySettings Security { get; init; } = new();
    public AmoCrmSettings AmoCrm { get; init; } = new();
    public WebhooksSettings Webhooks { get; init; } = new();
    public SchedulesSettings Schedules { get; init; } = new();
    public ProcessingSettings Processing { get; init; } = new();
    public RetentionSettings Retention { get; init; } = new();
    public SignInSettings SignIn { get; init; } = new();
    public JwtSettings Jwt { get; init; } = new();
    public CorsSettings Cors { get; init; } = new();
    public SmtpSettings Smtp { get; init; } = new();
    public TelegramSettings Telegram { get; init; } = new();
    public MetricsSettings Metrics { get; init; } = new();
    public AutoMapperSettings AutoMapper { get; init; } = new();

    /// <summary><see cref="PublicUrl"/> or its default.</summary>
    public Uri BaseUrl => PublicUrl ?? ListenUrl!;

    // Wildcards (http://+:8080) are no host that can be called.
    private Uri? ListenUrl =>
        Uri.TryCreate(
            Urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault("")
                .Replace("://+", "://localhost", StringComparison.Ordinal)
                .Replace("://*", "://localhost", StringComparison.Ordinal),
            UriKind.Absolute,
            out var url
        )
            ? url
            : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is null && ListenUrl is null)
            yield return new("it is no address", ["ASPNETCORE_URLS"]);
    }
}
