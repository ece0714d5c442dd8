using System.Globalization;
using AmoCrmQualification.Infrastructure.AmoCrm;
using Quartz;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>A setting that the service cannot start with; the message is one line for the operator.</summary>
public sealed class ConfigurationException(string message) : Exception(message);

/// <summary>All that is configured, read and checked once, at the start.</summary>
public sealed record ServiceSettings
{
    /// <summary>Null: the service runs its own PostgreSQL.</summary>
    public string? ConnectionString { get; private init; }

    public required string DataDirectory { get; init; }
    public required Uri PublicUrl { get; init; }
    public string? AdminApiKey { get; private init; }
    public string? MasterKey { get; private init; }

    /// <summary>Only for <c>rewrap-keys</c>, after the master key was changed.</summary>
    public string? FormerMasterKey { get; private init; }
    public Uri? AmoCrmApiBaseUrl { get; private init; }
    public int AmoCrmRequestsPerSecond { get; private init; }

    /// <summary>Null: only long-lived tokens can connect.</summary>
    public AmoIntegration? AmoCrmIntegration { get; private init; }
    public bool RequireWebhookSignature { get; private init; }
    public IReadOnlyList<string> AllowedOrigins { get; private init; } = [];
    public int RawDeliveriesDays { get; private init; }
    public int ProcessingWorkers { get; private init; }
    public bool MetricsArePublic { get; private init; }
    public int SignInFailuresPerUser { get; private init; }
    public int SignInFailuresPerAddress { get; private init; }

    /// <summary>Null: tokens of no other system are accepted.</summary>
    public JwtSettings? Jwt { get; private init; }

    /// <summary>Quartz cron, UTC.</summary>
    public required CronExpression PipelineSync { get; init; }

    public required CronExpression Reconciliation { get; init; }

    public required CronExpression WebhookCheck { get; init; }
    public string? AutoMapperLicenseKey { get; private init; }

    public static ServiceSettings Read(IConfiguration configuration)
    {
        var listenUrl = (configuration["urls"] ?? "http://localhost:5080").Split(';', StringSplitOptions.RemoveEmptyEntries)[0];
        return new ServiceSettings
        {
            ConnectionString = ConnectionStringOf(configuration),
            DataDirectory = Path.GetFullPath(Text(configuration, "Storage:DataDirectory") ?? ".data"),
            PublicUrl = Url(configuration, "PublicUrl") ?? Address(listenUrl),
            AdminApiKey = Secret(configuration, "Security:AdminApiKey"),
            MasterKey = Secret(configuration, "Security:MasterKey"),
            FormerMasterKey = Secret(configuration, "Security:FormerMasterKey"),
            AmoCrmApiBaseUrl = Url(configuration, "AmoCrm:ApiBaseUrl"),
            AmoCrmRequestsPerSecond = Number(configuration, "AmoCrm:RequestsPerSecond", 7, 1, 50),
            AmoCrmIntegration = IntegrationOf(configuration),
            RequireWebhookSignature = Flag(configuration, "Webhooks:RequireSignature", true),
            AllowedOrigins = Origins(configuration),
            RawDeliveriesDays = Number(configuration, "Retention:RawDeliveriesDays", 30, 1, 3650),
            ProcessingWorkers = Number(configuration, "Processing:Workers", 2, 0, 64),
            MetricsArePublic = Flag(configuration, "Metrics:Public", false),
            SignInFailuresPerUser = Number(configuration, "SignIn:FailuresPerUser", 10, 1, 1000),
            SignInFailuresPerAddress = Number(configuration, "SignIn:FailuresPerAddress", 50, 1, 100_000),
            Jwt = JwtSettings.Read(configuration),
            PipelineSync = Cron(configuration, "Schedules:PipelineSync", "0 0 */12 * * ?"),
            Reconciliation = Cron(configuration, "Schedules:Reconciliation", "0 0 */6 * * ?"),
            WebhookCheck = Cron(configuration, "Schedules:WebhookCheck", "0 */15 * * * ?"),
            AutoMapperLicenseKey = Text(configuration, "AutoMapper:LicenseKey"),
        };
    }

    private static string? ConnectionStringOf(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Postgres") is not { Length: > 0 } text)
            return null;
        try
        {
            return new Npgsql.NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0 }
                ? text
                : throw Bad("ConnectionStrings:Postgres", "it names no Host");
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw Bad("ConnectionStrings:Postgres", "it is no connection string of PostgreSQL");
        }
    }

    private static AmoIntegration? IntegrationOf(IConfiguration configuration) =>
        (Text(configuration, "AmoCrm:ClientId"), Text(configuration, "AmoCrm:ClientSecret")) switch
        {
            (null, null) => null,
            ({ } id, { } secret) => new(id, secret),
            (null, _) => throw Bad("AmoCrm:ClientId", "it is missing, but AmoCrm__ClientSecret is given"),
            (_, null) => throw Bad("AmoCrm:ClientSecret", "it is missing, but AmoCrm__ClientId is given"),
        };

    internal static string? Text(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } text ? text : null;

    private static string? Secret(IConfiguration configuration, string key) =>
        Text(configuration, key) switch
        {
            null => null,
            { Length: < 16 } => throw Bad(key, "it needs at least 16 characters"),
            var secret => secret,
        };

    internal static Uri? Url(IConfiguration configuration, string key) =>
        Text(configuration, key) switch
        {
            null => null,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" => url!,
            _ => throw Bad(key, "it is no http or https address"),
        };

    private static Uri Address(string listenUrl)
    {
        // Wildcards (http://+:8080) are no host that anybody can call.
        var callable = listenUrl
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal);
        return Uri.TryCreate(callable, UriKind.Absolute, out var url) ? url : throw Bad("ASPNETCORE_URLS", "it is no address");
    }

    private static int Number(IConfiguration configuration, string key, int fallback, int least, int most) =>
        Text(configuration, key) switch
        {
            null => fallback,
            var text
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= least
                    && number <= most => number,
            _ => throw Bad(key, string.Create(CultureInfo.InvariantCulture, $"it is no whole number from {least} to {most}")),
        };

    private static CronExpression Cron(IConfiguration configuration, string key, string fallback)
    {
        if (!CronExpression.TryParse(Text(configuration, key) ?? fallback, out var cron))
            throw Bad(key, "it is no Quartz cron expression such as 0 0 */6 * * ?");
        var inUtc = cron.WithTimeZone(TimeZoneInfo.Utc);
        return inUtc.GetNextValidTimeAfter(TimeProvider.System.GetUtcNow()) is null
            ? throw Bad(key, "it names no time to come")
            : inUtc;
    }

    private static bool Flag(IConfiguration configuration, string key, bool fallback) =>
        Text(configuration, key) switch
        {
            null => fallback,
            var text when bool.TryParse(text, out var flag) => flag,
            _ => throw Bad(key, "it is neither true nor false"),
        };

    private static IReadOnlyList<string> Origins(IConfiguration configuration)
    {
        const string Key = "Cors:AllowedOrigins";
        var given =
            configuration.GetSection(Key).Get<string[]>()
            ?? Text(configuration, Key)?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            ?? [];
        return Array.TrueForAll(given, origin => Uri.TryCreate(origin, UriKind.Absolute, out _))
            ? given
            : throw Bad(Key, "it is no list of origins such as https://app.example.com");
    }

    internal static ConfigurationException Bad(string key, string why) =>
        new($"Bad configuration: {key.Replace(":", "__", StringComparison.Ordinal)}: {why}.");
}
