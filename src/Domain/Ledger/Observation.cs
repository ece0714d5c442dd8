namespace AmoCrmQualification.Domain.Ledger;

/// <summary>Sources of an observation, in order of precedence: a row shows the first of these that reported it.</summary>
public enum ReportSource
{
    Webhook,
    Push,
    EventsApi,
    Poll,
}

/// <summary>Former stage as amoCRM tells it; account-level webhooks leave the pipeline out.</summary>
public readonly record struct Origin(AmoPipelineId? Pipeline, AmoStatusId? Status)
{
    public static readonly Origin Unknown;

    /// <summary>Of two reports of one change the fuller wins; between equals the smaller ids, so that order does not matter.</summary>
    public static Origin Fuller(Origin a, Origin b) => a.Rank.CompareTo(b.Rank) <= 0 ? a : b;

    private (int Missing, long Status, long Pipeline) Rank =>
        ((Status is null ? 2 : 0) + (Pipeline is null ? 1 : 0), Status?.Value ?? 0, Pipeline?.Value ?? 0);
}

/// <summary>
/// A stage reported for a deal by any source. It is the same observation when deal, instant and stage are the
/// same; further reports of it only complete it (<see cref="Merge"/>), in any order and number.
/// </summary>
public sealed record Observation
{
    /// <summary>Time at which the deal entered the stage, by amoCRM's clock (whole seconds there).</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    public required Stage Stage { get; init; }

    public Origin Origin { get; init; }

    /// <summary>Time at which it was first received from anybody, and its place in that body: they break ties within a second.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public int Position { get; init; }

    /// <summary>First source of the report; the completeness of webhooks is counted by it.</summary>
    public required ReportSource FirstSource { get; init; }

    /// <summary>The source of highest precedence that reported it, and when that source first did.</summary>
    public required ReportSource Source { get; init; }

    public required DateTimeOffset SourceReceivedAt { get; init; }

    /// <summary>Place of that report in its body. Not stored: the reports of one body always come together.</summary>
    public int SourcePosition { get; init; }

    /// <summary>amoCRM's journal has this change: the expected number of webhooks is counted by it.</summary>
    public bool SeenInEvents { get; init; }

    /// <summary>The entity as reported, JSON. Null when loaded: what is stored stays unless a report of higher precedence comes.</summary>
    public string? Payload { get; init; }

    public (DateTimeOffset ChangedAt, Stage Stage) Key => (ChangedAt, Stage);

    /// <summary>A stage as one report tells it.</summary>
    /// <param name="position">Its place in the body that reported it.</param>
    public static Observation From(
        ReportSource source,
        Stage stage,
        DateTimeOffset changedAt,
        DateTimeOffset receivedAt,
        int position = 0
    ) =>
        new()
        {
            ChangedAt = changedAt,
            Stage = stage,
            ReceivedAt = receivedAt,
            Position = position,
            FirstSource = source,
            Source = source,
            SourceReceivedAt = receivedAt,
            SourcePosition = position,
        };

    /// <summary>Commutative, associative and idempotent, as deliveries repeat and overtake each other.</summary>
    public static Observation Merge(Observation a, Observation b)
    {
        var first = b.ReceivedFirst.CompareTo(a.ReceivedFirst) < 0 ? b : a;
        var preferred = b.Precedence.CompareTo(a.Precedence) < 0 ? b : a;
        return first with
        {
            Origin = Origin.Fuller(a.Origin, b.Origin),
            Source = preferred.Source,
            SourceReceivedAt = preferred.SourceReceivedAt,
            SourcePosition = preferred.SourcePosition,
            SeenInEvents = a.SeenInEvents || b.SeenInEvents,
            Payload = preferred.Payload,
        };
    }

    private (DateTimeOffset, int, ReportSource) ReceivedFirst => (ReceivedAt, Position, FirstSource);

    private (ReportSource, DateTimeOffset, int) Precedence => (Source, SourceReceivedAt, SourcePosition);
}
