using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts money by the day it was spent or came in.</summary>
public interface IMoneyCounts
{
    /// <summary>Advertising spend in the days of the cohort.</summary>
    Task<IReadOnlyList<SpendCount>> SpendByCreativeAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>The same of cohorts of many accounts at once, in their order.</summary>
    Task<IReadOnlyList<IReadOnlyList<SpendCount>>> SpendByCreativeEachAsync(
        IReadOnlyList<Cohort> cohorts,
        CancellationToken cancellationToken
    );

    /// <param name="starts">The first day of each point, rising.</param>
    Task<ILookup<int, MoneySum>> SpendByPointAsync(
        Cohort cohort,
        IReadOnlyList<DateOnly> starts,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Paid sales by the point in which they were closed, whenever their leads were created; points without any are missing.
    /// </summary>
    Task<IReadOnlyDictionary<int, CashCount>> CashByPointAsync(
        Cohort cohort,
        IReadOnlyList<DateTimeOffset> starts,
        CancellationToken cancellationToken
    );
}

/// <summary>Spend of one creative in one currency.</summary>
/// <param name="Creative">Null for spend of ads that no creative is known for.</param>
/// <param name="OldEnough">Of it that of the days all of whose leads are old enough for the mode.</param>
/// <param name="Days">On which it was spent, each once; those that cost nothing are known too.</param>
public sealed record SpendCount(CreativeId? Creative, MoneySum Spend, MoneySum OldEnough, IReadOnlyList<DateOnly> Days);

/// <summary>Paid sales by the day they were closed.</summary>
public sealed record CashCount(long Won, MoneySum Revenue)
{
    public static readonly CashCount None = new(0, MoneySum.Nothing);
}
