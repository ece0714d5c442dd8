namespace AmoCrmQualification.Integration.Tests.Ledger;

/// <summary>
/// Lives of some deals as amoCRM reports them. Where the contract lets the time of receipt decide (two changes within a
/// second of which neither follows from the other, a deletion), the lives have nothing to decide.
/// </summary>
internal sealed class RandomLives(int seed)
{
    public const int FirstDeal = 100;
    public const int Deals = 8;

    private static readonly (long Pipeline, long Status)[] Stages =
    [
        (11, 21),
        (11, 22),
        (11, 142),
        (11, 143),
        (12, 31),
        (12, 142),
    ];

    private readonly Random _random = new(seed);

    public IReadOnlyList<Report> Reports() => [.. Enumerable.Range(FirstDeal, Deals).SelectMany(deal => LifeOf(deal))];

    /// <summary>One way to deliver them: in another order, some twice, several in a body with indices at random.</summary>
    public IReadOnlyList<string> Bodies(IReadOnlyList<Report> reports)
    {
        var all = reports.Concat(reports.Where(_ => _random.Next(4) == 0)).ToArray();
        _random.Shuffle(all);
        var bodies = new List<string>();
        for (var i = 0; i < all.Length; )
        {
            var size = _random.Next(1, 5);
            bodies.Add(
                string.Join('&', all.Skip(i).Take(size).Select((r, place) => r.Form(index: (place * 3) + _random.Next(3))))
            );
            i += size;
        }

        return bodies;
    }

    private IEnumerable<Report> LifeOf(long deal)
    {
        var at = LeadForm.T0 + _random.Next(5);
        var stage = Other(default);
        long? came = null;
        yield return new("add", deal, stage, null, at, Price(at));
        for (var steps = _random.Next(1, 8); steps > 0; steps--)
        {
            // A second step within the second follows from the first: the three statuses differ, 142 of two pipelines too.
            var next = Other(stage);
            var within =
                came is { } former && new[] { former, stage.Status, next.Status }.Distinct().Count() == 3 && _random.Next(3) == 0;
            if (!within)
                at += _random.Next(1, 4);
            yield return new("status", deal, next, stage.Status, at, Price(at));
            if (_random.Next(3) == 0)
                yield return new("update", deal, next, null, at, Price(at));
            (came, stage) = (within ? null : stage.Status, next);
            if (_random.Next(3) != 0)
                continue;
            at += _random.Next(1, 4);
            came = null;
            yield return new("update", deal, stage, null, at, Price(at));
        }
    }

    private (long Pipeline, long Status) Other((long, long) than)
    {
        var others = Stages.Where(s => s != than).ToArray();
        return others[_random.Next(others.Length)];
    }

    private static string Price(long at) => $"{(at - LeadForm.T0) / 3 * 100}";

    internal sealed record Report(
        string Word,
        long Deal,
        (long Pipeline, long Status) Stage,
        long? OldStatus,
        long At,
        string Price
    )
    {
        public string Form(int index) =>
            LeadForm.Build(Word, index, LeadForm.Fields(Deal, Stage.Pipeline, Stage.Status, At, OldStatus, Price));
    }
}
