using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Reads the leads of cohorts, gathered by creative and day of creation. What follows from them is counted by pure functions.</summary>
public interface ICohortDays
{
    /// <summary>Those of each cohort, in their order. A creative may have several entries of one day.</summary>
    Task<IReadOnlyList<IReadOnlyList<CohortDay>>> ReadEachAsync(
        IReadOnlyList<Cohort> cohorts,
        LeadParts parts,
        CancellationToken cancellationToken
    );
}

/// <summary>Parts of each lead to be told beside the counts of its day.</summary>
[Flags]
public enum LeadParts
{
    None = 0,

    /// <summary>When it was created, when it qualified and whether it was sold.</summary>
    Times = 1,

    /// <summary>When its deal was won or lost.</summary>
    Ends = 2,

    People = 4,

    /// <summary>Stages that its deal was in.</summary>
    Visits = 8,
}

/// <summary>Leads of one creative that were created on one day.</summary>
/// <param name="Creative">Null for the leads that no creative is known for.</param>
/// <param name="Chosen">Leads of the filter, with a deal or without one; not deleted and no tests.</param>
/// <param name="Deleted">Leads whose deal was deleted.</param>
/// <param name="Tests">Leads marked as tests that are not deleted.</param>
/// <param name="Leads">Those of the chosen that figures count: with a deal.</param>
/// <param name="Qualified">Of them by the cohort's mode, unless that asks for a number of days: then it follows from each lead's times.</param>
/// <param name="Won">Of them with a paid sale; <c>WonQualified</c> of them also qualify.</param>
/// <param name="Revenue">Of their paid sales whose amount is known, in one currency.</param>
public sealed record CohortDay(
    CreativeId? Creative,
    DateOnly Day,
    long Chosen,
    long Deleted,
    long Tests,
    long Leads,
    long QualifiedNow,
    long QualifiedEver,
    long Qualified,
    long Won,
    long WonQualified,
    long WonWithoutAmount,
    MoneySum Revenue,
    DayLeads Each
);

/// <summary>The leads of a day that figures count, one by one in the order of their creation; what was not asked for is empty.</summary>
/// <param name="QualifiedAfter">Minutes from its creation until it qualified, rounded up, by the cohort's mode; null when it has not.</param>
/// <param name="IsQualified">Whether its stage is flagged now.</param>
/// <param name="Amounts">Of its sale, in <c>Currency</c>; null without one, or where it is not known.</param>
/// <param name="WonAfter">Minutes from its creation until its deal was won, as it stands now; null when it is not.</param>
/// <param name="People">The same number for the same phone, an odd one, or without a phone the same e-mail, an even one; null when both are unknown.</param>
public sealed record DayLeads(
    DateTime[] Created,
    int?[] QualifiedAfter,
    bool[] IsQualified,
    bool[] Sold,
    long?[] Amounts,
    string? Currency,
    int?[] WonAfter,
    int?[] LostAfter,
    long?[] People,
    Visit[][] Visits
);

/// <summary>Visit of a stage; it ends where the next of the deal begins.</summary>
/// <param name="Since">Second of its beginning, of Unix time.</param>
public readonly record struct Visit(Stage Stage, long Since);

public static class CohortDayReading
{
    public static async Task<IReadOnlyList<CohortDay>> ReadAsync(
        this ICohortDays days,
        Cohort cohort,
        LeadParts parts,
        CancellationToken cancellationToken
    ) => (await days.ReadEachAsync([cohort], parts, cancellationToken))[0];

    /// <summary>Judged leads of each creative by the day of their creation.</summary>
    internal static async Task<IReadOnlyList<JudgedCreative>> JudgeAsync(
        this ICohortDays days,
        Cohort judged,
        CancellationToken cancellationToken
    ) => judged.Judge(await days.ReadAsync(judged, LeadParts.Times | LeadParts.People, cancellationToken));
}
