using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts the leads of a cohort. What is counted is decided by the cohort; what follows from it, by Domain.</summary>
public interface ICohortCounts
{
    /// <param name="matureBefore">Leads created before it have had their time; null when nobody knows when that is.</param>
    Task<IReadOnlyList<CreativeCount>> ByCreativeAsync(
        Cohort cohort,
        DateTimeOffset? matureBefore,
        CancellationToken cancellationToken
    );

    /// <summary>By the first day of the interval in which the lead was created; intervals without leads are missing.</summary>
    Task<IReadOnlyDictionary<DateOnly, OutcomeCount>> ByIntervalAsync(
        Cohort cohort,
        TrendInterval interval,
        CancellationToken cancellationToken
    );

    Task<OutcomeCount> TotalAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>How long each lead took to qualify, or has not for; in days, rounded up to the hour.</summary>
    Task<IReadOnlyList<TimedOutcome>> TimesToQualifyAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>Leads without a deal, which the figures leave out.</summary>
    Task<long> UnlinkedAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>The leads that the figures count: with <paramref name="isQualified"/> those that (do not) qualify.</summary>
    IQueryable<Lead> Leads(Cohort cohort, bool? isQualified);
}

/// <param name="Won">Leads with a paid sale; <c>WonQualified</c> of them also qualify.</param>
/// <param name="Revenue">Of paid sales; null when some are in another currency than the account's.</param>
/// <param name="Spend">Of the same days; null when nothing is known, or in another currency.</param>
public sealed record OutcomeCount(long Leads, long Qualified, long Won, long WonQualified, decimal? Revenue, decimal? Spend)
{
    public static readonly OutcomeCount None = new(0, 0, 0, 0, 0, Spend: null);
}

/// <param name="Id">Null for the leads that no creative is known for.</param>
public sealed record CreativeCount(
    CreativeId? Id,
    string? Title,
    DirectionId? Direction,
    OutcomeCount Outcome,
    long MatureLeads
);
