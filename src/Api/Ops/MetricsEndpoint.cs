using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Api.Webhooks;
using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Infrastructure.Ops;

namespace AmoCrmQualification.Api.Ops;

internal static class MetricsEndpoint
{
    private const string Path = "/metrics";

    public static void MapMetrics(this WebApplication app, ServiceSettings settings)
    {
        // As a route of ours it has our access rule, methods and description; OpenTelemetry's own has none of them.
        var exporter = ((IApplicationBuilder)app).New().UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build();
        RefusedDeliveries.Announce(); // the exporter counts from here on
        MessageCounts.Announce();
        var route = app.MapGet(
                Path,
                (HttpContext http, ServiceGauges gauges, CancellationToken cancellationToken) =>
                    ReadAsync(http, gauges, exporter, cancellationToken)
            )
            .WithTags("Health")
            .WithSummary("Returns the metrics as Prometheus text. Needs the operator's key, unless Metrics__Public is set.")
            .Produces<string>(contentType: "text/plain");
        if (settings.Metrics.Public)
            route.AllowAnonymous();
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http,
        ServiceGauges gauges,
        RequestDelegate exporter,
        CancellationToken cancellationToken
    )
    {
        // Routing does not mind case and slashes; a proxy that keeps this path from the world may.
        if (http.Request.Path.Value != Path)
            return Results.Problem(Problems.OfStatus(StatusCodes.Status404NotFound));
        await gauges.RefreshAsync(cancellationToken);
        await exporter(http);
        return Results.Empty;
    }
}
