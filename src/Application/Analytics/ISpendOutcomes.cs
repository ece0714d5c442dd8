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
public sealed record SpendOutcome(OutcomeCount All, OutcomeCount WithSpend)
{
    public static readonly SpendOutcome None = new(OutcomeCount.None, OutcomeCount.None);

    public static SpendOutcome From(IEnumerable<(bool HasSpend, OutcomeCount Outcome)> parts)
    {
        var byDay = parts.ToLookup(part => part.HasSpend, part => part.Outcome);
        var withSpend = byDay[true].Aggregate(OutcomeCount.None, (a, b) => a + b);
        return new(byDay[false].Aggregate(withSpend, (a, b) => a + b), withSpend);
    }
}

/// <param name="Creative">Null for the leads that no creative is known for.</param>
public sealed record CreativeCount(CreativeId? Creative, SpendOutcome Outcome);
