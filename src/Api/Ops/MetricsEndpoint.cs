using AmoCrmQualification.Api.Auth;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Infrastructure.Ops;

namespace AmoCrmQualification.Api.Ops;

internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes, ServiceSettings settings)
    {
        var route = routes
            .MapGet("/metrics", ReadAsync)
            .WithTags("Health")
            .WithSummary("The metrics as Prometheus text. Needs the operator's key, unless Metrics__Public is set.")
            .Produces<string>(contentType: "text/plain");
        if (settings.MetricsArePublic)
            route.AllowAnonymous();
        else
            route.RequireAuthorization(policy => policy.RequireRole(CurrentCaller.AdminRole));
    }

    private static async Task<IResult> ReadAsync(
        ServiceGauges gauges,
        PrometheusText prometheus,
        CancellationToken cancellationToken
    )
    {
        await gauges.RefreshAsync(cancellationToken);
        return Results.Text(prometheus.Collect(), "text/plain; version=0.0.4; charset=utf-8");
    }
}
