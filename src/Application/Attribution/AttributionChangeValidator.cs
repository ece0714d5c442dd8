using FluentValidation;

namespace AmoCrmQualification.Application.Attribution;

internal sealed class AttributionChangeValidator : AbstractValidator<AttributionChange>
{
    private const int MaxFields = 100;

    public AttributionChangeValidator()
    {
        RuleFor(c => c.AdoptDeals).IsInEnum();
        RuleFor(c => c.Pipelines).PipelineIds().OverridePropertyName(nameof(AttributionChange.AdoptPipelines));
        RuleFor(c => c.Fields)
            .Must(fields => fields is null || (fields.Count <= MaxFields && fields.All(field => field is { IsValid: true })))
            .WithMessage(
                $"At most {MaxFields} fields, each with its code or field_id and a meaning: ad_id, creative or the code of a mark such as utm_source."
            )
            .WithErrorCode(Reasons.FieldMeaningInvalid);
    }
}
