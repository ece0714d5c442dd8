using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.Pipelines;
using Microsoft.EntityFrameworkCore;

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
            : throw new DomainException(Refusal.Invalid("pipelineId", "A pipeline must be named by pipelineId."));

    public static async Task<string> PipelineNameAsync(
        this IAppDbContext db,
        UserAccountId account,
        AmoPipelineId pipeline,
        CancellationToken cancellationToken
    ) =>
        await db
            .PipelineStages.Where(s => s.UserAccountId == account && s.PipelineId == pipeline)
            .Select(s => s.PipelineName)
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw new DomainException(Refusal.NotFound("pipeline"));
}
