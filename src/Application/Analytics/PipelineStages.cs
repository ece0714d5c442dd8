using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Analytics;

public static class PipelineStages
{
    public static AmoPipelineId Require(long? pipelineId) =>
        pipelineId is { } id
            ? new(id)
            : throw new DomainException(
                Refusal.Invalid("pipelineId", Reasons.PipelineMissing, "A pipeline must be named by pipelineId.")
            );

    /// <summary>The stages of the pipeline that figures are asked for, at least one.</summary>
    public static async Task<IReadOnlyList<PipelineStage>> StagesAsync(
        this IAppDbContext db,
        UserAccountId account,
        long? pipelineId,
        CancellationToken cancellationToken
    )
    {
        var pipeline = Require(pipelineId);
        var stages = await db
            .PipelineStages.AsNoTracking()
            .Where(s => s.UserAccountId == account && s.PipelineId == pipeline)
            .ToListAsync(cancellationToken);
        return stages.Count > 0 ? stages : throw new DomainException(Refusal.NotFound(Reasons.PipelineUnknown, "pipeline"));
    }
}
