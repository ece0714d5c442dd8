using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts the leads that verdicts are made of.</summary>
public interface IJudgedLeads
{
    /// <summary>Returns the judged leads of each creative that has a direction, without repeats of a person.</summary>
    /// <param name="judged">All leads that are old enough, see <see cref="JudgedCohort"/>.</param>
    Task<IReadOnlyList<JudgedCreative>> ByCreativeAsync(Cohort judged, CancellationToken cancellationToken);
}

/// <summary>Leads at equal age: created on days that ended a horizon ago, qualified within it.</summary>
internal static class JudgedCohort
{
    /// <summary>Whatever period, creative and mode were asked for: a verdict depends on none of them.</summary>
    public static Cohort Judged(this Cohort cohort, int horizonDays) =>
        cohort.OfAllCreatives().CreatedIn(first: null, cohort.Today.AddDays(-horizonDays - 1)) with
        {
            Direction = null,
            Mode = QualificationMode.Within,
            Days = horizonDays,
        };

    public static Task<int> HorizonDaysAsync(this IAppDbContext db, UserAccountId account, CancellationToken cancellationToken) =>
        db.UserAccounts.Where(a => a.Id == account).Select(a => a.HorizonDays).SingleAsync(cancellationToken);
}
