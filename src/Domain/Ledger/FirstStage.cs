namespace AmoCrmQualification.Domain.Ledger;

/// <summary>
/// amoCRM's journal tells that a deal was made, but not in which stage. When all its changes are known, the stage it
/// first left is the one it was made in.
/// </summary>
public static class FirstStage
{
    /// <param name="addedAt">When the deal was made; all its changes since then are known from events.</param>
    public static Deal Supply(Deal deal, DateTimeOffset addedAt, DateTimeOffset now)
    {
        if (deal.History.Count == 0)
            return deal;
        var first = deal.History[0].Observation;
        if (NeverMoved(deal) && first.ChangedAt > addedAt)
            return deal.After([new(deal.Key, Observation.From(ReportSource.Poll, first.Stage, addedAt, now), null, null)]);
        if (
            !first.SeenInEvents
            || first.ChangedAt <= addedAt
            || first.Origin is not { Pipeline: { } pipeline, Status: { } status }
        )
            return deal;

        var made = Observation.From(ReportSource.EventsApi, new(pipeline, status), addedAt, now);
        return deal.After([new(deal.Key, made, Price: null, Deletion: null)]);
    }

    /// <summary>It was found in a stage, and its journal tells of no move.</summary>
    private static bool NeverMoved(Deal deal) =>
        deal.History is [{ Observation: { Source: ReportSource.Poll, SeenInEvents: false } }]
        && !deal.Duplicates.Any(seen => seen.SeenInEvents);
}
