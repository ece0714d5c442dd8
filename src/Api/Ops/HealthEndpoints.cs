using AmoCrmQualification.Api.Errors;
using AmoCrmQualification.Domain.Common;
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
            .WithSummary("200 while the process runs.")
            .Produces<Health>();
        routes
            .MapGet("/health/ready", ReadyAsync)
            .AllowAnonymous()
            .WithTags("Health")
            .WithSummary("200 when the database answers and migrations are applied.")
            .Produces<Health>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(DatabaseStartup database, CancellationToken cancellationToken) =>
        await database.IsReadyAsync(cancellationToken)
            ? Results.Ok(new Health("ready"))
            : Results.Problem(
                Problems.Of(
                    StatusCodes.Status503ServiceUnavailable,
                    ProblemCodes.Unavailable,
                    Reasons.DatabaseUnavailable,
                    "The database does not answer."
                )
            );
}

public sealed record Health(string Status);
