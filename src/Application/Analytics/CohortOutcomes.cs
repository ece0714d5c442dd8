using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts what became of the leads of a cohort from its days.</summary>
internal static class CohortOutcomes
{
    /// <param name="matureBefore">Leads created until then have had their time; null when unknown. It needs their times.</param>
    public static OutcomeCount Count(this Cohort cohort, IEnumerable<CohortDay> days, DateTimeOffset? matureBefore = null)
    {
        var counts = days.Select(day => Count(cohort, day, matureBefore)).ToList();
        var all = counts.Aggregate(OutcomeCount.None, (a, b) => a + b);
        return all with { Revenue = Revenue(counts, all.WonWithoutAmount > 0) };
    }

    /// <summary>Leads in all, and those created on days that have spend.</summary>
    public static SpendOutcome CountBySpend(
        this Cohort cohort,
        IEnumerable<CohortDay> days,
        IReadOnlySet<DateOnly> spendDays,
        DateTimeOffset? matureBefore = null
    )
    {
        var bySpend = days.ToLookup(day => spendDays.Contains(day.Day));
        var (paid, free) = (cohort.Count(bySpend[true], matureBefore), cohort.Count(bySpend[false], matureBefore));
        var oldEnough = cohort.Count(bySpend[true].Where(day => cohort.LastOldEnough is not { } last || day.Day <= last));
        return new(paid + free, paid, oldEnough.Qualified);
    }

    /// <summary>The same by creative: each has days of its own that have spend.</summary>
    public static IReadOnlyList<CreativeCount> CountByCreative(
        this Cohort cohort,
        IEnumerable<CohortDay> days,
        IReadOnlyCollection<SpendCount> spent,
        DateTimeOffset? matureBefore
    )
    {
        var spend = spent.ToLookup(s => s.Creative);
        return
        [
            .. days.Where(day => day.Leads > 0)
                .GroupBy(day => day.Creative)
                .Select(own => new CreativeCount(own.Key, cohort.CountBySpend(own, spend[own.Key].Days(), matureBefore))),
        ];
    }

    /// <summary>Leads by creative, the one with the most first.</summary>
    public static IReadOnlyList<QualifiedCount> QualifiedByCreative(this Cohort cohort, IEnumerable<CohortDay> days) =>
        [
            .. days.Where(day => day.Leads > 0)
                .GroupBy(day => day.Creative)
                .Select(own => (own.Key, Outcome: cohort.Count(own)))
                .Select(own => new QualifiedCount(own.Key, own.Outcome.Leads, own.Outcome.Qualified))
                .OrderByDescending(count => count.Leads)
                .ThenBy(count => count.Creative is null)
                .ThenBy(count => count.Creative?.Value),
        ];

    public static IReadOnlyList<ChosenCount> Chosen(this IEnumerable<CohortDay> days) =>
        [
            .. days.GroupBy(day => day.Creative)
                .Select(own => new ChosenCount(
                    own.Key,
                    own.Sum(day => day.Chosen),
                    own.Sum(day => day.Deleted),
                    own.Sum(day => day.Tests)
                )),
        ];

    /// <summary>True for a lead of a day that qualified within the number of days that the mode asks for.</summary>
    public static bool IsInTime(this Cohort cohort, DayLeads leads, int place) =>
        leads.QualifiedAfter[place] <= cohort.Days * TimeSpan.MinutesPerDay;

    private static OutcomeCount Count(Cohort cohort, CohortDay day, DateTimeOffset? matureBefore)
    {
        var (young, qualified, wonQualified) = cohort.Mode is QualificationMode.Within or QualificationMode.Judged
            ? InTime(cohort, day.Each)
            : (0, day.Qualified, day.WonQualified);
        var mature = matureBefore is { } before ? day.Each.Created.Count(created => created <= before.UtcDateTime) : 0;
        return new(
            day.Leads,
            young,
            qualified,
            day.Won,
            wonQualified,
            day.WonWithoutAmount,
            mature,
            day.Revenue,
            day.QualifiedNow,
            day.QualifiedEver
        );
    }

    private static (long Young, long Qualified, long WonQualified) InTime(Cohort cohort, DayLeads leads)
    {
        var (young, qualified, won) = (0, 0, 0);
        var before = cohort.OldEnoughBefore?.UtcDateTime;
        for (var i = 0; i < leads.Created.Length; i++)
        {
            if (leads.Created[i] > before)
                young++;
            else if (cohort.IsInTime(leads, i))
            {
                qualified++;
                won += leads.Sold[i] ? 1 : 0;
            }
        }

        return (young, qualified, won);
    }

    private static MoneySum Revenue(List<OutcomeCount> counts, bool isUnknown)
    {
        var known = MoneySum.From([MoneySum.Nothing, .. counts.Select(count => count.Revenue)]);
        return isUnknown ? known with { Amount = null } : known;
    }
}
