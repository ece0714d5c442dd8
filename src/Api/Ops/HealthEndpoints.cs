using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Api.Ops;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/health/live", () => Results.Ok(new Health("live")))
            .AllowAnonymous()
            .WithTags("Health")
            .WithSummary("Liveness probe: 200 while the process runs.")
            .Produces<Health>();
        routes
            .MapGet("/health/ready", ReadyAsync)
            .AllowAnonymous()
            .WithTags("Health")
            .WithSummary("Readiness probe: 200 when the database is up to date, answers and stores, and secrets can be opened.")
            .Produces<Health>()
            .WithMetadata(
                new ProblemAttribute(
                    ProblemCodes.Unavailable,
                    Reasons.DatabaseUnavailable,
                    Reasons.DatabaseStoresNothing,
                    Reasons.SchemaTooNew,
                    Reasons.SecretsClosed
                )
            );
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken) =>
        await readiness.FaultAsync(cancellationToken) is { } fault
            ? Results.Problem(Problems.Create(StatusCodes.Status503ServiceUnavailable, fault.Code, fault.Reason, fault.Message))
            : Results.Ok(new Health("ready"));
}

public sealed record Health(string Status);
