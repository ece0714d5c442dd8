namespace AmoCrmQualification.Domain.Analytics;

/// <summary>The judged leads of creatives, days in rows: what several comparisons read.</summary>
internal sealed class JudgedTable
{
    private readonly JudgedDay[] _all;
    private readonly JudgedDay[][] _creatives;
    private readonly long[] _leads;

    public JudgedTable(IReadOnlyList<JudgedCreative> creatives)
    {
        DateOnly[] days = [.. creatives.SelectMany(c => c.Days).Select(day => day.Day).Distinct().Order()];
        var places = days.Select((day, place) => (day, place)).ToDictionary(pair => pair.day, pair => pair.place);
        _creatives = [.. creatives.Select(c => Column(c.Days, days, places))];
        _all = [.. days.Select((day, place) => _creatives.Aggregate(new JudgedDay(day, 0, 0), (sum, c) => sum + c[place]))];
        _leads = [.. creatives.Select(c => c.Rate.Denominator)];
        Leads = _leads.Sum();
    }

    /// <summary>Number of creatives.</summary>
    public int Count => _creatives.Length;

    public int Days => _all.Length;

    public long Leads { get; }

    public long LeadsOf(int creative) => _leads[creative];

    public JudgedDay LeadsOf(int creative, int day) => _creatives[creative][day];

    public JudgedDay LeadsOfOthers(int creative, int day) => _all[day] - _creatives[creative][day];

    private static JudgedDay[] Column(IEnumerable<JudgedDay> counted, DateOnly[] days, Dictionary<DateOnly, int> places)
    {
        JudgedDay[] column = [.. days.Select(day => new JudgedDay(day, 0, 0))];
        foreach (var day in counted)
            column[places[day.Day]] += day;
        return column;
    }
}
