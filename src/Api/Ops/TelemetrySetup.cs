using AmoCrmQualification.Api.Webhooks;
using AmoCrmQualification.Infrastructure.Ops;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AmoCrmQualification.Api.Ops;

/// <summary>
/// .NET's own meters and activities and ours, for whoever listens: <c>/metrics</c> always, OTLP where an endpoint is set.
/// </summary>
internal static class TelemetrySetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
        var resource = ResourceBuilder.CreateEmpty().AddService("amocrm-qualification").AddEnvironmentVariableDetector();
        var prometheus = new PrometheusText();
        var metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            // Not System.Net.Http: it would have a series for the host of each account.
            .AddMeter(
                Telemetry.Name,
                "Microsoft.AspNetCore.Hosting",
                "Microsoft.AspNetCore.Server.Kestrel",
                "System.Runtime",
                "Npgsql"
            )
            .AddReader(prometheus.Reader);

        var services = builder.Services;
        services.AddSingleton<ServiceGauges>();
        services.AddSingleton(prometheus);
        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            metrics.AddOtlpExporter();
            var traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(Telemetry.Name, "Microsoft.AspNetCore", "System.Net.Http", "Npgsql")
                .AddOtlpExporter();
            services.AddSingleton(_ => traces.Build());
            builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(resource).AddOtlpExporter());
            services.AddHostedService<GaugeRefresh>();
        }

        services.AddSingleton(_ => metrics.Build());
        services.AddHostedService<TelemetryHost>();
    }

    /// <summary>The providers listen from when they are made until they are disposed of, which flushes them.</summary>
    private sealed class TelemetryHost(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetService<MeterProvider>();
            services.GetService<TracerProvider>();
            RefusedDeliveries.Announce();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Keeps the gauges fresh for an exporter that pushes.</summary>
    private sealed class GaugeRefresh(ServiceGauges gauges, ILogger<GaugeRefresh> log) : BackgroundService
    {
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(Interval);
            do
            {
                try
                {
                    await gauges.RefreshAsync(stoppingToken);
                }
                catch (Exception e) when (e is Npgsql.NpgsqlException or TimeoutException)
                {
                    log.LogWarning("The gauges could not be read: {Reason}", e.Message);
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
    }
}
