using FluentValidation;

namespace AmoCrmQualification.Application.Common;

internal static class PipelineIdsRule
{
    private const int MaxPipelines = 100;

    public static IRuleBuilderOptions<T, IReadOnlyList<long>?> PipelineIds<T>(this IRuleBuilder<T, IReadOnlyList<long>?> rule) =>
        rule.Must(ids => ids is null || (ids.Count is > 0 and <= MaxPipelines && ids.All(id => id > 0)))
            .WithErrorCode(Reasons.PipelinesInvalid)
            .WithMessage($"Give 1 to {MaxPipelines} ids of pipelines, or null for all of them.");
}
