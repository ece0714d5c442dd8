using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.Pipelines;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>A request for figures of one pipeline.</summary>
public interface IPipelineRequest
{
    long? PipelineId { get; }
}

internal static class PipelineRequests
{
    public static void NeedsPipeline<TRequest>(this AbstractValidator<TRequest> validator)
        where TRequest : IPipelineRequest =>
        validator
            .RuleFor(q => q.PipelineId)
            .NotNull()
            .WithMessage("The query needs pipelineId.")
            .OverridePropertyName("pipelineId");

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
