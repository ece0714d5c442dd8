using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Pipelines;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoPipelinesApi(IAmoCrmApi amo, AmoRows rows) : IAmoPipelines
{
    public async Task<AmoPipelines> GetAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var answer = await amo.GetPipelinesAsync(AmoCall.For(account), cancellationToken);
        // Every account has a pipeline: an answer without any is no reason to archive what we know.
        if (answer?.Embedded?.Pipelines is not { Count: > 0 } told)
            throw new AmoCallException(AmoFailure.Transient, status: 204);

        var pipelines = rows.Read<PipelineWire, PipelineWire>(account, "pipeline", told, (p, _) => p.Id is null ? null : p);
        var read = pipelines
            .Rows.Select(pipeline => (Id: new AmoPipelineId(pipeline.Id!.Value), Stages: Stages(account, pipeline)))
            .ToList();
        return new(
            pipelines.Rows.Count,
            [.. read.SelectMany(p => p.Stages.Rows).DistinctBy(s => s.Stage)],
            read.Where(p => p.Stages.Rows.Count == 0 || p.Stages.Skipped.Count > 0).Select(p => p.Id).ToHashSet(),
            IsEveryPipelineRead: pipelines.Skipped.Count == 0,
            [.. pipelines.Skipped, .. read.SelectMany(p => p.Stages.Skipped)]
        );
    }

    private RowsRead<StageDescription> Stages(UserAccountId account, PipelineWire pipeline) =>
        rows.Read<StatusWire, StageDescription>(
            account,
            "stage",
            pipeline.Embedded?.Statuses,
            (status, _) =>
                status.Id is not { } id
                    ? null
                    : new(
                        new(new(pipeline.Id!.Value), new(id)),
                        pipeline.Name,
                        pipeline.Sort,
                        status.Name,
                        status.Color,
                        status.Sort,
                        status.Type,
                        pipeline.IsArchive
                    )
        );
}
