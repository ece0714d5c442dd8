using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts cohorts of many accounts at once, one of each; answers are in their order.</summary>
public interface IAccountCounts
{
    Task<IReadOnlyList<AccountCount>> CountAsync(IReadOnlyList<Cohort> cohorts, CancellationToken cancellationToken);

    /// <summary>Returns the leads created on each day of cohorts that have a first and a last one.</summary>
    Task<IReadOnlyList<IReadOnlyList<long>>> ByDayAsync(IReadOnlyList<Cohort> cohorts, CancellationToken cancellationToken);

    /// <param name="judged">Cohorts of judged leads, whose repeats are not known yet.</param>
    Task<IReadOnlyList<AccountJudged>> JudgeAsync(IReadOnlyList<Cohort> judged, CancellationToken cancellationToken);
}

/// <summary>Leads and spend of an account.</summary>
public sealed record AccountCount(Cohort Cohort, SpendOutcome Outcome, IReadOnlyList<SpendCount> Spent);

/// <summary>Judged leads of an account by creative, and spend of the same days.</summary>
public sealed record AccountJudged(Cohort Judged, IReadOnlyList<JudgedCreative> Creatives, IReadOnlyList<SpendCount> Spent);
