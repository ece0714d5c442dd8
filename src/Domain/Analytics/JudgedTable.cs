namespace AmoCrmQualification.Domain.Analytics;

/// <summary>The judged leads of creatives, days in rows: what several comparisons read.</summary>
internal sealed class JudgedTable
{
    private readonly DateOnly[] _days;
    private readonly JudgedDay[] _all;
    private readonly JudgedDay[][] _creatives;
    private readonly long[] _leads;

    public JudgedTable(IReadOnlyList<JudgedCreative> creatives)
    {
        _days = [.. creatives.SelectMany(c => c.Days).Select(day => day.Day).Distinct().Order()];
        var places = _days.Select((day, place) => (day, place)).ToDictionary(pair => pair.day, pair => pair.place);
        _creatives = [.. creatives.Select(c => Column(c.Days, places))];
        _all = [.. _days.Select((day, place) => _creatives.Aggregate(new JudgedDay(day, 0, 0), (sum, c) => sum + c[place]))];
        _leads = [.. creatives.Select(c => c.Rate.Denominator)];
        Leads = _leads.Sum();
    }

    public int Count => _creatives.Length;

    public long Leads { get; }

    public long LeadsOf(int creative) => _leads[creative];

    /// <summary>Compares a creative with all others, or with all but one.</summary>
    public Evidence Compare(int creative, int? without)
    {
        var process = new EvidenceProcess();
        for (var place = 0; place < _days.Length; place++)
        {
            var own = _creatives[creative][place];
            var others = _all[place] - own;
            process.Add(own, without is { } left ? others - _creatives[left][place] : others);
        }
        return process.Evidence;
    }

    private JudgedDay[] Column(IEnumerable<JudgedDay> days, Dictionary<DateOnly, int> places)
    {
        JudgedDay[] column = [.. _days.Select(day => new JudgedDay(day, 0, 0))];
        foreach (var day in days)
            column[places[day.Day]] += day;
        return column;
    }
}
