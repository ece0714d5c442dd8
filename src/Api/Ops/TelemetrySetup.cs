using AmoCrmQualification.Infrastructure.Ops;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AmoCrmQualification.Api.Ops;

/// <summary>
/// OpenTelemetry over .NET's own meters and activities and the service's: <c>/metrics</c> always, OTLP where an endpoint is set.
/// </summary>
internal static class TelemetrySetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Not System.Net.Http: it would have a series for the host of each account.
    private static readonly string[] Meters =
    [
        Telemetry.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
        "Npgsql",
    ];

    private static readonly string[] Sources = [Telemetry.Name, "Microsoft.AspNetCore", "System.Net.Http", "Npgsql"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
        builder.Services.AddSingleton<ServiceGauges>();
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService("amocrm-qualification").AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter(KeepNames));
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;

        telemetry.WithTracing(traces => traces.AddSource(Sources)).WithLogging().UseOtlpExporter();
        builder.Services.AddHostedService<GaugeRefresh>();
    }

    /// <summary>One service has one scope and one target: as labels they would only change the series that dashboards know.</summary>
    private static void KeepNames(PrometheusAspNetCoreOptions options)
    {
        options.ScopeInfoEnabled = false;
        options.TargetInfoEnabled = false;
        options.ScrapeResponseCacheDurationMilliseconds = 0; // the gauges have their own, of a second
    }
}
