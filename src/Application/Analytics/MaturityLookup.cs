using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>
/// How long leads take to qualify, by all leads there ever were: by those of a period alone a short one would call itself
/// mature.
/// </summary>
internal sealed class MaturityLookup(IAppDbContext db, ICohortDays leads)
{
    private readonly Dictionary<Cohort, MaturityCurve> _known = [];

    /// <summary>By all leads of the direction of the creative that is asked for, else of the direction, else of the account.</summary>
    public async Task<MaturityCurve> CurveOfAllLeadsAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        var direction = await DirectionAsync(cohort, cancellationToken) ?? cohort.Direction;
        return await CurveAsync(Always(cohort) with { Direction = direction }, cancellationToken);
    }

    /// <summary>By all leads of the account that ever qualified, as verdicts count them.</summary>
    public Task<MaturityCurve> CurveOfAccountAsync(Cohort cohort, CancellationToken cancellationToken) =>
        CurveAsync(Always(cohort) with { Direction = null, Mode = QualificationMode.Ever }, cancellationToken);

    /// <summary>By the leads of the cohort alone.</summary>
    /// <param name="days">Of the cohort, with the times of each lead.</param>
    public MaturityCurve Curve(Cohort cohort, IEnumerable<CohortDay> days) =>
        _known[cohort] = MaturityCurve.From(cohort.TimesToQualify(days));

    private async Task<MaturityCurve> CurveAsync(Cohort cohort, CancellationToken cancellationToken) =>
        _known.TryGetValue(cohort, out var known)
            ? known
            : Curve(cohort, await leads.ReadAsync(cohort, LeadParts.Times, cancellationToken));

    // The time to qualify is that to the first entry into a flagged stage, however long the mode waits for it.
    private static Cohort Always(Cohort cohort) =>
        cohort.OfAllCreatives().CreatedIn(first: null, last: null) with
        {
            Mode = cohort.Mode == QualificationMode.ReachedOrPassed ? cohort.Mode : QualificationMode.Ever,
            Days = 0,
            Repeats = [],
        };

    private async Task<DirectionId?> DirectionAsync(Cohort cohort, CancellationToken cancellationToken) =>
        cohort.Creative is { } creative
            ? await db
                .Creatives.Where(c => c.UserAccountId == cohort.Account && c.Id == creative)
                .Select(c => c.DirectionId)
                .SingleOrDefaultAsync(cancellationToken)
            : null;
}

internal static class Maturity
{
    /// <summary>Leads created until then are mature; null when the time they take is unknown.</summary>
    public static DateTimeOffset? MatureBefore(this Cohort cohort, double? p90Days) =>
        p90Days is { } days ? cohort.AsOf - TimeSpan.FromDays(days) : null;
}
