using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Judged leads, counted from their days.</summary>
internal static class JudgedDays
{
    /// <summary>Those of each creative by the day of their creation. A person who comes again within the horizon is one lead.</summary>
    public static IReadOnlyList<JudgedCreative> Judge(this Cohort judged, IEnumerable<CohortDay> days) =>
        [
            .. days.Where(day => day is { Creative: not null, Leads: > 0 })
                .GroupBy(day => day.Creative!.Value)
                .Select(own => Judge(judged, own.Key, [.. own])),
        ];

    private static JudgedCreative Judge(Cohort judged, CreativeId creative, IReadOnlyList<CohortDay> days)
    {
        var repeats = Repeats(judged, days);
        var counted = days.Index()
            .GroupBy(day => day.Item.Day)
            .OrderBy(day => day.Key)
            .Select(day => Count(judged, day.Key, Leads(day).Where(lead => !repeats.Contains(lead.Place))))
            .Where(day => day.Leads.Leads > 0)
            .ToList();
        return new(creative, counted.ConvertAll(day => day.Leads))
        {
            Sales = [.. counted.Select(day => day.Sales).Where(sales => sales.Won > 0)],
        };
    }

    private static (JudgedDay Leads, JudgedSales Sales) Count(Cohort judged, DateOnly day, IEnumerable<PlacedLead> all)
    {
        var (leads, qualified, won) = (0L, 0L, 0L);
        decimal? amount = 0;
        foreach (var (of, place) in all.Select(lead => (lead.Of, lead.Place.Lead)))
        {
            leads++;
            qualified += judged.IsInTime(of, place) ? 1 : 0;
            if (!of.Sold[place])
                continue;
            won++;
            amount += AmountOf(judged, of, place);
        }

        return (new(day, leads, qualified), new(day, won, amount));
    }

    /// <summary>Amounts in another currency than the account's are unknown; 0 is the same in all.</summary>
    private static decimal? AmountOf(Cohort judged, DayLeads leads, int place) =>
        leads.Amounts[place] is 0 || string.Equals(leads.Currency, judged.Currency, StringComparison.Ordinal)
            ? leads.Amounts[place]
            : null;

    /// <summary>People with several leads in a creative are few: only their leads are put in order.</summary>
    private static HashSet<(int Day, int Lead)> Repeats(Cohort judged, IReadOnlyList<CohortDay> days)
    {
        var (seen, several) = (new HashSet<long>(), new HashSet<long>());
        foreach (var person in days.SelectMany(day => day.Each.People))
            if (person is { } number && HasPhone(number) && !seen.Add(number))
                several.Add(number);
        if (several.Count == 0)
            return [];

        var byPerson = Leads(days.Index())
            .Where(lead => lead.Person is { } number && several.Contains(number))
            .GroupBy(lead => lead.Person, (_, own) => own.OrderBy(lead => lead.Created));
        return
        [
            .. byPerson
                .SelectMany(own => PersonRepeats.In(own, lead => lead.Created, TimeSpan.FromDays(judged.Days)))
                .Select(lead => lead.Place),
        ];
    }

    private static IEnumerable<PlacedLead> Leads(IEnumerable<(int Index, CohortDay Item)> days) =>
        from day in days
        from lead in Enumerable.Range(0, day.Item.Each.Created.Length)
        select new PlacedLead(day.Item.Each, (day.Index, lead));

    private static bool HasPhone(long person) => (person & 1) == 1;

    private readonly record struct PlacedLead(DayLeads Of, (int Day, int Lead) Place)
    {
        public DateTimeOffset Created => Of.Created[Place.Lead];
        public long? Person => Of.People[Place.Lead];
    }
}
