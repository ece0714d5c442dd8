using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Pipelines;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Pipelines;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoPipelinesApi(AmoClient amo) : IAmoPipelines
{
    public async Task<AmoPipelines> GetAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var answer = await amo.GetAsync(
            account,
            "/api/v4/leads/pipelines",
            AmoWireContext.Default.PipelinesWire,
            cancellationToken
        );
        // Every account has a pipeline: an answer without any is no reason to archive what we know.
        if (answer?.Embedded?.Pipelines is not { Count: > 0 } pipelines)
            throw new AmoCallException(AmoFailure.RetryLater, status: 204);
        return new(pipelines.Count, [.. pipelines.SelectMany(StagesOf).DistinctBy(s => s.Stage)]);
    }

    private static IEnumerable<StageDescription> StagesOf(PipelineWire pipeline) =>
        (pipeline.Embedded?.Statuses ?? []).Select(status => new StageDescription(
            new(new(pipeline.Id), new(status.Id)),
            Text(pipeline.Name),
            pipeline.Sort,
            Text(status.Name),
            Text(status.Color),
            status.Sort,
            status.Type,
            pipeline.IsArchive
        ));

    /// <summary>PostgreSQL's text has no NUL.</summary>
    private static string Text(string? text) => text?.Replace('\0', '\uFFFD') ?? "";
}
