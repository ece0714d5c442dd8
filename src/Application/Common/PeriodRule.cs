using FluentValidation;

namespace AmoCrmQualification.Application.Common;

internal static class PeriodRule
{
    /// <summary>An open end is never before the other.</summary>
    public static void PeriodIsInOrder<TRequest>(
        this AbstractValidator<TRequest> validator,
        Func<TRequest, (DateOnly? From, DateOnly? To)> period
    ) =>
        validator
            .RuleFor(request => period(request))
            .Must(days => !(days.From > days.To))
            .WithErrorCode(Reasons.PeriodInverted)
            .WithMessage(Period.Inverted)
            .OverridePropertyName("to");
}
