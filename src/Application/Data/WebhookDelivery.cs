using System.Text.Json.Serialization;

namespace AmoCrmQualification.Application.Data;

public enum DeliveryState
{
    Pending,
    Processed,

    /// <summary>Processed, with deals that no lead is linked to yet.</summary>
    Unmatched,

    /// <summary>It failed too often. It is kept until a person replays it.</summary>
    Dead,
}

/// <summary>A delivery that waits, or that failed for good. What is done leaves this table, so that it stays small.</summary>
public sealed class InboxDelivery : ITenantOwned
{
    private InboxDelivery() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }

    /// <summary>A UUIDv7 made on arrival, so ids are in the order of arrival.</summary>
    public Guid Id { get; private init; }

    /// <summary>Accounts are dealt out over shards; one worker has a shard at a time.</summary>
    public int Shard { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>The bytes as they came.</summary>
    public byte[] RawBody { get; private init; } = [];

    /// <summary>Compression of the bytes, by the request's Content-Encoding; null for nearly all.</summary>
    public string? ContentEncoding { get; private init; }

    /// <summary>JSON of what it did before it was replayed, see <see cref="EarlierOutcome"/>; null the first time.</summary>
    public string? EarlierOutcome { get; private init; }

    /// <summary>Trace id of the request that brought it; null without a listener.</summary>
    public string? Traceparent { get; private init; }

    public int Attempts { get; private init; }
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>A process died over it: it is taken alone, so that it cannot harm its neighbours again.</summary>
    public bool IsSuspect { get; private init; }

    public bool IsDead { get; private init; }
    public string? Error { get; private init; }
}

/// <summary>A delivery that took effect. The table is partitioned by day of arrival and dropped by day.</summary>
public sealed class WebhookDelivery : ITenantOwned
{
    private WebhookDelivery() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public Guid Id { get; private init; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public DeliveryState State { get; private init; }
    public int Attempts { get; private init; }

    /// <summary>Events of the delivery and their first effects, JSON.</summary>
    public string Events { get; private init; } = "[]";

    /// <summary>Why nothing in it could be read, see <see cref="BodyProblem"/>.</summary>
    public string? Error { get; private init; }

    /// <summary>Effects of each replay, JSON of <see cref="DeliveryReplay"/>, oldest first.</summary>
    public string Replays { get; private init; } = "[]";

    /// <summary>The bytes as they came; none once a person in it was erased.</summary>
    public byte[] RawBody { get; private init; } = [];

    public string? ContentEncoding { get; private init; }
}

/// <summary>One entity of a delivery and what came of it.</summary>
/// <param name="Entity"><c>lead</c>, <c>contact</c>, …</param>
/// <param name="Event">amoCRM's word: <c>status</c>, <c>update</c>, <c>add</c>, <c>delete</c>, <c>restore</c>, …</param>
/// <param name="Effect"><c>applied</c>, <c>unchanged</c>, <c>repeated</c>, <c>unmatched</c>, <c>ignored</c> or <c>set_aside</c>.</param>
/// <param name="Reason">Why it was set aside.</param>
public sealed record DeliveryEvent(string Entity, long? Id, string Event, string Effect, string? Reason)
{
    /// <summary>Deals that a contact or a form is linked with, by amoCRM's ids; left out without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? Deals { get; init; }
}

/// <summary>One more time that a delivery was processed, as a person asked for.</summary>
public sealed record DeliveryReplay(DateTimeOffset At, IReadOnlyList<DeliveryEvent> Events, string? Error);

/// <summary>Former effects of a delivery, kept while it waits to be processed again.</summary>
public sealed record EarlierOutcome(
    int Attempts,
    IReadOnlyList<DeliveryEvent> Events,
    string? Error,
    IReadOnlyList<DeliveryReplay> Replays
);
