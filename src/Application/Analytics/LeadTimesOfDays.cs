using System.Runtime.InteropServices;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>How long leads took, counted from their days. Whole minutes keep a million leads to a hundred thousand counts.</summary>
internal static class LeadTimesOfDays
{
    /// <summary>
    /// Days each lead took to qualify, or has gone without, and ages of all. Who qualified within a minute has done so by its end; who has
    /// not been watched through one was watched until its start.
    /// </summary>
    public static LeadTimes TimesToQualify(this Cohort cohort, IEnumerable<CohortDay> days)
    {
        var (ages, qualified, waiting) = (new MinuteCounts(), new MinuteCounts(), new MinuteCounts());
        foreach (var leads in days.Select(day => day.Each))
            for (var i = 0; i < leads.Created.Length; i++)
            {
                var age = cohort.AgeOf(leads.Created[i]);
                ages.Add(age);
                if (cohort.IsQualified(leads, i))
                    qualified.Add(leads.QualifiedAfter[i] ?? 0);
                else
                    waiting.Add(age);
            }

        return new(
            [
                .. qualified.Select(count => new TimedOutcome(count.Days, true, count.Count)),
                .. waiting.Select(count => new TimedOutcome(count.Days, false, count.Count)),
            ],
            [.. ages.Select(count => new LeadAge(count.Days, count.Count))]
        );
    }

    /// <summary>
    /// Days each deal took to be won or lost, as it stands now, or is open: won by a paid sale or in 142, lost in 143. A deal that was reopened
    /// is open.
    /// </summary>
    public static IReadOnlyList<TimedEnd> TimesToEnd(this Cohort cohort, IEnumerable<CohortDay> days)
    {
        var (won, lost, open) = (new MinuteCounts(), new MinuteCounts(), new MinuteCounts());
        foreach (var leads in days.Select(day => day.Each))
            for (var i = 0; i < leads.Created.Length; i++)
            {
                if (leads.WonAfter[i] is { } untilWon)
                    won.Add(untilWon);
                else if (leads.LostAfter[i] is { } untilLost)
                    lost.Add(untilLost);
                else
                    open.Add(Math.Max(0, cohort.AgeOf(leads.Created[i])));
            }

        return
        [
            .. won.Select(count => new TimedEnd(count.Days, DealEnd.Won, count.Count)),
            .. lost.Select(count => new TimedEnd(count.Days, DealEnd.Lost, count.Count)),
            .. open.Select(count => new TimedEnd(count.Days, DealEnd.Open, count.Count)),
        ];
    }

    private static bool IsQualified(this Cohort cohort, DayLeads leads, int place) =>
        cohort.Mode switch
        {
            QualificationMode.Current => leads.IsQualified[place],
            QualificationMode.Ever or QualificationMode.ReachedOrPassed => leads.QualifiedAfter[place] is not null,
            QualificationMode.Within or QualificationMode.Judged => cohort.IsInTime(leads, place),
        };

    private static long AgeOf(this Cohort cohort, DateTime created) =>
        (long)Math.Floor((cohort.AsOf.UtcDateTime - created).TotalMinutes);

    private sealed class MinuteCounts
    {
        private readonly Dictionary<long, long> _counts = [];

        public void Add(long minutes) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, minutes, out _)++;

        public IEnumerable<T> Select<T>(Func<(double Days, long Count), T> count) =>
            _counts.Select(pair => count((pair.Key / (double)TimeSpan.MinutesPerDay, pair.Value)));
    }
}
