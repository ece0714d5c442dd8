namespace AmoCrmQualification.Application.Inbox;

/// <summary>The queue of deliveries, dealt out over shards by account.</summary>
public interface IInbox
{
    /// <summary>Shards that have deliveries due.</summary>
    Task<IReadOnlyList<int>> BusyShardsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction that has the shard alone and claims what is due in it, in order of arrival; null when
    /// another worker has the shard or nothing is due.
    /// </summary>
    Task<IInboxBatch?> ClaimAsync(int shard, BatchLimit limit, CancellationToken cancellationToken);

    /// <summary>Makes deliveries of these states pending again; answers how many.</summary>
    Task<int> RequeueAsync(RequeueFilter filter, CancellationToken cancellationToken);
}

/// <summary>Selection of deliveries to process again, by arrival in [Since, Until).</summary>
public sealed record RequeueFilter(
    UserAccountId Account,
    Guid? Delivery,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    IReadOnlyCollection<DeliveryState> States
);

/// <summary>Claimed deliveries. Their effects and their completion commit together, or not at all.</summary>
public interface IInboxBatch : IAsyncDisposable
{
    IReadOnlyList<ClaimedDelivery> Deliveries { get; }

    /// <summary>Marks where <see cref="UndoPartAsync"/> goes back to.</summary>
    Task BeginPartAsync(CancellationToken cancellationToken);

    Task UndoPartAsync(CancellationToken cancellationToken);

    /// <summary>Moves deliveries from the queue to the log.</summary>
    Task CompleteAsync(IReadOnlyCollection<DeliveryOutcome> outcomes, CancellationToken cancellationToken);

    /// <summary>Reschedules a delivery for its next attempt, or dead-letters it when it had the last or none can help. Returns true when it is dead.</summary>
    Task<bool> RescheduleAsync(ClaimedDelivery delivery, string error, bool isHopeless, CancellationToken cancellationToken);

    /// <summary>Keeps another body than came, in a delivery that waits or is dead.</summary>
    Task ReplaceBodyAsync(ClaimedDelivery delivery, byte[] body, CancellationToken cancellationToken);

    Task CommitAsync(CancellationToken cancellationToken);
}

/// <summary>Limits of one batch, which bound the memory of a worker.</summary>
/// <param name="Bytes">A body that is larger is taken alone.</param>
public sealed record BatchLimit(int Deliveries, long Bytes);

public sealed record ClaimedDelivery(UserAccountId Account, Guid Id, DateTimeOffset ReceivedAt, int Attempts, byte[] RawBody)
{
    /// <summary>Compression of the body; null when there is none.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>Trace id of the request that brought it.</summary>
    public string? TraceParent { get; init; }
}

/// <param name="Error">Why nothing in it could be read.</param>
/// <param name="KeepsBody">False when it contains an erased person.</param>
public sealed record DeliveryOutcome(
    Guid Id,
    DeliveryState State,
    IReadOnlyList<DeliveryEvent> Events,
    string? Error,
    bool KeepsBody
);
