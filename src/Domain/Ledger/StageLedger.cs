namespace AmoCrmQualification.Domain.Ledger;

/// <summary>
/// Turns the set of observations of one deal into its history. Only the set counts, not the order or the number of
/// times it was reported in: that is what makes webhooks, repairs and replays safe to mix.
/// </summary>
public static class StageLedger
{
    /// <summary>Steps in order of time; observations that repeat the stage before them are duplicates, not steps.</summary>
    public static (IReadOnlyList<StatusHistory> History, IReadOnlyList<Observation> Duplicates) Arrange(
        IReadOnlyCollection<Observation> observations
    )
    {
        var history = new List<StatusHistory>(observations.Count);
        var duplicates = new List<Observation>();
        Stage? current = null;

        foreach (var second in observations.OrderBy(o => o.ChangedAt).GroupBy(o => o.ChangedAt.ToUnixTimeSeconds()))
        {
            var order = 0;
            var waiting = second.OrderBy(o => (o.ReceivedAt, o.Position, o.Stage.Pipeline.Value, o.Stage.Status.Value)).ToList();
            while (waiting.Count > 0)
            {
                var next = Next(waiting, current);
                waiting.Remove(next);
                if (next.Stage == current)
                {
                    duplicates.Add(next);
                    continue;
                }

                history.Add(Step(next, current, order++));
                current = next.Stage;
            }
        }

        return (history, duplicates);
    }

    public static IReadOnlyList<StageReached> Reached(IEnumerable<StatusHistory> history) =>
        [
            .. history
                .GroupBy(row => row.Observation.Stage, row => row.Observation.ChangedAt)
                .Select(entries => new StageReached(entries.Key, entries.Min(), entries.Max())),
        ];

    /// <summary>
    /// Within one second: what follows from the stage the deal is in, or confirms it; else what starts a chain of its
    /// own; else what was received first.
    /// </summary>
    private static Observation Next(List<Observation> waiting, Stage? current)
    {
        if (waiting.Count == 1)
            return waiting[0];
        return waiting.Find(o => current is { } here && (LeadsOnFrom(o, here) || Confirms(o, here)))
            ?? waiting.Find(o => !waiting.Exists(other => other != o && LeadsOnFrom(o, other.Stage)))
            ?? waiting[0];
    }

    private static bool LeadsOnFrom(Observation o, Stage stage) =>
        o.Stage != stage && o.Origin.Status == stage.Status && (o.Origin.Pipeline is null || o.Origin.Pipeline == stage.Pipeline);

    private static bool Confirms(Observation o, Stage stage) =>
        o.Stage == stage && (o.Origin.Status is null || o.Origin.Status == stage.Status);

    private static StatusHistory Step(Observation o, Stage? previous, int order) =>
        new(o, o.Origin.Pipeline ?? previous?.Pipeline, o.Origin.Status ?? previous?.Status, order);
}
