using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Persons behind leads, counted from their days.</summary>
internal static class PeopleOfDays
{
    /// <summary>By creative and in all: a person may have leads of several. A lead of nobody known is a person of its own.</summary>
    public static PeopleCount People(this IEnumerable<CohortDay> days)
    {
        var all = new HashSet<long>();
        var strangers = 0L;
        var byCreative = new Dictionary<CreativeId, long>();
        foreach (var own in days.GroupBy(day => day.Creative ?? default))
        {
            var (known, unknown) = (new HashSet<long>(), 0L);
            foreach (var person in own.SelectMany(day => day.Each.People))
            {
                if (person is { } number)
                    known.Add(number);
                else
                    unknown++;
            }

            all.UnionWith(known);
            strangers += unknown;
            byCreative[own.Key] = known.Count + unknown;
        }

        return new(all.Count + strangers, byCreative);
    }
}
