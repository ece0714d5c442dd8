using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts the leads of a cohort. What is counted is decided by the cohort; what follows from it, by Domain.</summary>
public interface ICohortCounts
{
    /// <param name="matureBefore">Leads created until then have had their time; null when unknown.</param>
    Task<OutcomeCount> TotalAsync(Cohort cohort, DateTimeOffset? matureBefore, CancellationToken cancellationToken);

    /// <summary>By creative and in all: a person may have leads of several.</summary>
    Task<PeopleCount> PeopleAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>By creative, the one with the most leads first.</summary>
    Task<IReadOnlyList<QualifiedCount>> QualifiedByCreativeAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>By the point in which the lead was created; points without leads are missing.</summary>
    /// <param name="starts">When each point starts, rising.</param>
    Task<IReadOnlyDictionary<int, OutcomeCount>> ByPointAsync(
        Cohort cohort,
        IReadOnlyList<DateTimeOffset> starts,
        CancellationToken cancellationToken
    );

    /// <summary>Days each lead took to qualify, or has gone without, and ages of all.</summary>
    Task<LeadTimes> TimesToQualifyAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>
    /// Days each deal took to be won or lost, as it stands now, or is open: won by a paid sale or in 142, lost in 143. A deal
    /// that was reopened is open.
    /// </summary>
    Task<IReadOnlyList<TimedEnd>> TimesToEndAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>Leads whose deal is lost now, by amoCRM's reason and by creative.</summary>
    Task<IReadOnlyList<LossCount>> LossesAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>Creation of the first and of the last lead of the cohort.</summary>
    Task<(DateTimeOffset? First, DateTimeOffset? Last)> SpanAsync(Cohort cohort, CancellationToken cancellationToken);
}

/// <summary>Counts money by the day it was spent or came in.</summary>
public interface IMoneyCounts
{
    /// <summary>Advertising spend in the days of the cohort.</summary>
    Task<IReadOnlyList<SpendCount>> SpendByCreativeAsync(Cohort cohort, CancellationToken cancellationToken);

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

/// <param name="TooYoung">Leads that the mode cannot speak of yet; none of them counts as qualified.</param>
/// <param name="Won">Leads with a paid sale; <c>WonQualified</c> of them also qualify.</param>
/// <param name="Mature">Leads that have had their time to qualify.</param>
/// <param name="WonWithoutAmount">Leads with a paid sale whose amount is not known.</param>
/// <param name="Revenue">Of paid sales, whenever they were closed; unknown as soon as one of them is.</param>
/// <param name="QualifiedNow">Leads whose stage is flagged now, whatever the mode.</param>
/// <param name="QualifiedEver">Leads that ever entered a flagged stage, whatever the mode.</param>
public sealed record OutcomeCount(
    long Leads,
    long TooYoung,
    long Qualified,
    long Won,
    long WonQualified,
    long WonWithoutAmount,
    long Mature,
    MoneySum Revenue,
    long QualifiedNow,
    long QualifiedEver
)
{
    public static readonly OutcomeCount None = new(0, 0, 0, 0, 0, 0, 0, MoneySum.Nothing, 0, 0);

    public static OutcomeCount operator +(OutcomeCount a, OutcomeCount b) =>
        new(
            a.Leads + b.Leads,
            a.TooYoung + b.TooYoung,
            a.Qualified + b.Qualified,
            a.Won + b.Won,
            a.WonQualified + b.WonQualified,
            a.WonWithoutAmount + b.WonWithoutAmount,
            a.Mature + b.Mature,
            MoneySum.From([a.Revenue, b.Revenue]),
            a.QualifiedNow + b.QualifiedNow,
            a.QualifiedEver + b.QualifiedEver
        );
}

/// <param name="Reason">Null where nobody gave one in amoCRM, or it is not known yet.</param>
/// <param name="Creative">Null for the leads that no creative is known for.</param>
public sealed record LossCount(string? Reason, CreativeId? Creative, long Leads);

/// <summary>Persons behind leads: known again by their phone, without one by their e-mail; else each lead is one.</summary>
/// <param name="ByCreative">Under the default id are those of leads that no creative is known for.</param>
public sealed record PeopleCount(long All, IReadOnlyDictionary<CreativeId, long> ByCreative);

/// <param name="Creative">Null for the leads that no creative is known for.</param>
public sealed record QualifiedCount(CreativeId? Creative, long Leads, long Qualified);

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
