using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts the leads of a cohort, those created on days that have spend apart.</summary>
public interface ISpendOutcomes
{
    /// <param name="spendDays">Days that have spend of whatever creative.</param>
    Task<SpendOutcome> TotalAsync(Cohort cohort, IEnumerable<DateOnly> spendDays, CancellationToken cancellationToken);

    /// <param name="matureBefore">Leads created until then have had their time; null when unknown.</param>
    /// <param name="spent">By creative: each has days of its own that have spend.</param>
    Task<IReadOnlyList<CreativeCount>> ByCreativeAsync(
        Cohort cohort,
        DateTimeOffset? matureBefore,
        IReadOnlyCollection<SpendCount> spent,
        CancellationToken cancellationToken
    );
}

/// <summary>Leads in all, and those created on days that have spend: only what they cost is known.</summary>
/// <param name="QualifiedWithSpend">
/// Of the leads with spend those that qualify, created on days all of whose leads are old enough: what their spend is divided by.
/// </param>
public sealed record SpendOutcome(OutcomeCount All, OutcomeCount WithSpend, long QualifiedWithSpend)
{
    public static readonly SpendOutcome None = new(OutcomeCount.None, OutcomeCount.None, 0);

    public static SpendOutcome From(IEnumerable<SpendOutcomePart> parts)
    {
        var byDay = parts.ToLookup(part => part.HasSpend);
        var withSpend = Sum(OutcomeCount.None, byDay[true]);
        return new(
            Sum(withSpend, byDay[false]),
            withSpend,
            byDay[true].Where(part => part.IsOldEnough).Sum(part => part.Outcome.Qualified)
        );
    }

    private static OutcomeCount Sum(OutcomeCount first, IEnumerable<SpendOutcomePart> parts) =>
        parts.Aggregate(first, (sum, part) => sum + part.Outcome);
}

/// <param name="IsOldEnough">Created on days all of whose leads are old enough for the mode.</param>
public readonly record struct SpendOutcomePart(bool HasSpend, bool IsOldEnough, OutcomeCount Outcome);

/// <param name="Creative">Null for the leads that no creative is known for.</param>
public sealed record CreativeCount(CreativeId? Creative, SpendOutcome Outcome);
