using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Infrastructure.Ops;

namespace AmoCrmQualification.Api.Ops;

internal static class MetricsEndpoint
{
    private const string Path = "/metrics";

    public static void MapMetrics(this IEndpointRouteBuilder routes, ServiceSettings settings)
    {
        var route = routes
            .MapGet(Path, ReadAsync)
            .WithTags("Health")
            .WithSummary("The metrics as Prometheus text. Needs the operator's key, unless Metrics__Public is set.")
            .Produces<string>(contentType: "text/plain");
        if (settings.MetricsArePublic)
            route.AllowAnonymous();
        else
            route.RequireAuthorization(policy => policy.RequireRole(CurrentCaller.AdminRole));
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http,
        ServiceGauges gauges,
        PrometheusText prometheus,
        CancellationToken cancellationToken
    )
    {
        // Routing does not mind case and slashes; a proxy that keeps this path from the world may.
        if (http.Request.Path.Value != Path)
            return Results.Problem(Problems.OfStatus(StatusCodes.Status404NotFound));
        await gauges.RefreshAsync(cancellationToken);
        return Results.Text(prometheus.Collect(), "text/plain; version=0.0.4; charset=utf-8");
    }
}
