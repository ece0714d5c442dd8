using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Bench.Truth;

/// <summary>A creative of a simulated direction: its leads of a day, and the chance of each to qualify, 0–1.</summary>
internal sealed record SimulatedCreative(Func<int, int> LeadsOn, Func<int, double> RateOn)
{
    public const int LeadsOfADay = 10;

    public static SimulatedCreative Steady(double rate, int from = 0) => new(day => day >= from ? LeadsOfADay : 0, _ => rate);
}

/// <summary>A lead of a simulated past.</summary>
internal sealed record WorldLead(Guid Creative, DateTime CreatedAt, bool IsQualified);

/// <summary>Days that each lead of one simulated past takes to qualify; infinitely many for those that never do.</summary>
internal sealed class World
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    private readonly Scenario _scenario;
    private readonly double[][][] _leads;
    private readonly JudgedDay[][] _judged;
    private readonly CreativeId[] _ids;

    private World(Scenario scenario, double[][][] leads)
    {
        (_scenario, _leads) = (scenario, leads);
        _ids = [.. leads.Select(_ => CreativeId.New())];
        _judged = [.. leads.Select(days => days.Select(Judge).ToArray())];
    }

    public int Creatives => _leads.Length;

    /// <summary>The same each time. They are drawn, as generators of neighbouring seeds begin with alike numbers.</summary>
    public static int[] Seeds(int count)
    {
        var random = new Random(2106_02693);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next())];
    }

    public static World Create(Scenario scenario, int seed)
    {
        var random = new Random(seed);
        return new(
            scenario,
            [
                .. scenario.Creatives.Select(creative =>
                    Enumerable.Range(0, scenario.LastLook).Select(day => Day(creative, day)).ToArray()
                ),
            ]
        );

        double[] Day(SimulatedCreative creative, int day) =>
            [.. Enumerable.Range(0, creative.LeadsOn(day)).Select(_ => Delay(creative.RateOn(day)))];

        double Delay(double rate)
        {
            var (chance, part) = (random.NextDouble(), random.NextDouble());
            return chance < rate ? -scenario.MeanDelay * Math.Log(1 - part) : double.PositiveInfinity;
        }
    }

    /// <summary>What the service has at the start of a day: leads of the days that ended a horizon ago.</summary>
    public IReadOnlyList<JudgedCreative> Judged(int today) =>
        [.. _ids.Zip(_judged, (id, days) => new JudgedCreative(id, days[..Math.Max(0, today - _scenario.HorizonDays)]))];

    /// <summary>What everybody sees at the start of a day: all leads so far, and those of them that have qualified.</summary>
    public Rate Seen(int creative, int today)
    {
        var days = _leads[creative].Take(today).ToList();
        return new(days.Select((leads, day) => leads.Count(delay => delay <= today - day)).Sum(), days.Sum(d => d.Length));
    }

    public int PlaceOf(CreativeId creative) => Array.IndexOf(_ids, creative);

    public Guid Id(int creative) => _ids[creative].Value;

    /// <summary>Each lead, at noon.</summary>
    /// <param name="last">The day of the last.</param>
    public IEnumerable<WorldLead> Leads(DateTime last) =>
        from creative in Enumerable.Range(0, Creatives)
        from day in Enumerable.Range(0, _leads[creative].Length)
        from delay in _leads[creative][day]
        let noon = last.AddDays(day + 1 - _leads[creative].Length).AddHours(12)
        select new WorldLead(Id(creative), DateTime.SpecifyKind(noon, DateTimeKind.Utc), double.IsFinite(delay));

    private JudgedDay Judge(double[] leads, int day) =>
        new(FirstDay.AddDays(day), leads.Length, leads.Count(delay => delay <= _scenario.HorizonDays));
}
