using FluentValidation;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Definitions of "qualified", see docs/domain.md.</summary>
public enum QualificationMode
{
    /// <summary>The lead's stage is flagged now.</summary>
    Current,

    /// <summary>It entered a flagged stage at least once: the default.</summary>
    Ever,

    /// <summary>It entered a stage that does not sort before the lowest flagged one of the same pipeline.</summary>
    ReachedOrPassed,

    /// <summary>
    /// It entered a flagged stage within so many days of its creation. Rates are of the leads that are so many days old.
    /// </summary>
    Within,

    /// <summary>
    /// Within the account's horizon, of the leads that verdicts are made of, whatever period was asked for.
    /// </summary>
    Judged,
}

/// <summary>
/// The leads that figures are made of: with a deal, not deleted, created from <c>From</c> to <c>To</c> (days in the
/// account's time zone, both included; open where missing), and what "qualified" means of them.
/// </summary>
/// <param name="CreativeId">An id, or <c>unknown</c> for leads that no creative is known for.</param>
/// <param name="Mode">Missing: <c>within</c> when days are given, else <c>ever</c>.</param>
/// <param name="Days">With <see cref="QualificationMode.Within"/>: how many days a lead has to qualify.</param>
public sealed record CohortFilter(
    UserAccountId Account,
    DateOnly? From = null,
    DateOnly? To = null,
    Guid? DirectionId = null,
    string? CreativeId = null,
    QualificationMode? Mode = null,
    int? Days = null
);

/// <summary>A request for figures of a cohort.</summary>
public interface ICohortRequest
{
    CohortFilter Cohort { get; }
}

internal abstract class CohortValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : ICohortRequest
{
    private const int MostDays = 3660;

    protected CohortValidator()
    {
        RuleFor(q => q.Cohort.Days)
            .NotNull()
            .WithErrorCode(Reasons.DaysMissing)
            .WithMessage("The mode within needs days.")
            .OverridePropertyName("days")
            .When(q => q.Cohort.Mode == QualificationMode.Within);
        RuleFor(q => q.Cohort.Days)
            .InclusiveBetween(1, MostDays)
            .WithMessage($"Days are 1 to {MostDays}.")
            .OverridePropertyName("days");
        this.PeriodIsInOrder(q => (q.Cohort.From, q.Cohort.To));
    }
}
