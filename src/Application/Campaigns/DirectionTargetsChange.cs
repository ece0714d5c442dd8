using AmoCrmQualification.Domain.Campaigns;
using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Changes of the targets of a direction; null clears one.</summary>
/// <param name="Cpql">The most that a qualified lead may cost, in the account's currency.</param>
/// <param name="Cac">The most that a sale may cost.</param>
/// <param name="Romi">Percent, above −100.</param>
public sealed record DirectionTargetsChange(Optional<decimal> Cpql, Optional<decimal> Cac, Optional<decimal> Romi)
{
    internal DirectionTargets Over(DirectionTargets now) => new(Cpql.Over(now.Cpql), Cac.Over(now.Cac), Romi.Over(now.Romi));
}

internal sealed class DirectionTargetsValidator : AbstractValidator<DirectionTargetsChange>
{
    private const decimal MostAmount = 1_000_000_000_000;
    private const decimal MostRomi = 1_000_000;

    public DirectionTargetsValidator()
    {
        RuleFor(t => t.Cpql).Must(IsAmount).WithErrorCode(Reasons.ValueOutOfRange).WithMessage("A cost is an amount above 0.");
        RuleFor(t => t.Cac).Must(IsAmount).WithErrorCode(Reasons.ValueOutOfRange).WithMessage("A cost is an amount above 0.");
        RuleFor(t => t.Romi)
            .Must(romi => romi.Value is null or (> -100 and <= MostRomi))
            .WithErrorCode(Reasons.ValueOutOfRange)
            .WithMessage("ROMI is a percentage above −100.");
    }

    private static bool IsAmount(Optional<decimal> amount) => amount.Value is null or (> 0 and <= MostAmount);
}
