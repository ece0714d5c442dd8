using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>A request for figures of one pipeline.</summary>
public interface IPipelineRequest
{
    long? PipelineId { get; }
}

internal static class PipelineRequests
{
    public static AmoPipelineId Pipeline(this IPipelineRequest request) =>
        request.PipelineId is { } pipeline
            ? new(pipeline)
            : throw new DomainException(
                Refusal.Invalid("pipelineId", Reasons.PipelineMissing, "A pipeline must be named by pipelineId.")
            );

    /// <summary>The stages of a pipeline, at least one.</summary>
    public static async Task<IReadOnlyList<PipelineStage>> StagesAsync(
        this IAppDbContext db,
        UserAccountId account,
        AmoPipelineId pipeline,
        CancellationToken cancellationToken
    )
    {
        var stages = await db
            .PipelineStages.AsNoTracking()
            .Where(s => s.UserAccountId == account && s.PipelineId == pipeline)
            .ToListAsync(cancellationToken);
        return stages.Count > 0 ? stages : throw new DomainException(Refusal.NotFound(Reasons.PipelineUnknown, "pipeline"));
    }
}
