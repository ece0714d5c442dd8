namespace AmoCrmQualification.Application.Outbox;

/// <summary>
/// Work at amoCRM: rows written in the transaction that caused them, so that nothing is forgotten, and
/// worked off by one replica at a time per account.
/// </summary>
public interface IOutbox
{
    /// <summary>
    /// Asks for something to be done, in the transaction of the database context. What is asked twice is done once;
    /// what is being done already is done again.
    /// </summary>
    Task EnqueueAsync(
        OutboxKind kind,
        UserAccountId account,
        IReadOnlyCollection<string> subjects,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Makes the work of accounts ours for a while, first those that were served the longest ago. Accounts that have
    /// nothing due, that another replica has, or whose amoCRM is left alone are not among them.
    /// </summary>
    Task<IReadOnlyList<OutboxLease>> LeaseAsync(FreeSlots free, CancellationToken cancellationToken);

    /// <summary>Lets a lease last as long again as when it was given, while its work goes on. Returns false when it was lost.</summary>
    Task<bool> ExtendAsync(OutboxLease lease, CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="limit"/> things of a kind that are due, the longest due first.</summary>
    Task<IReadOnlyList<OutboxItem>> DueAsync(OutboxLease lease, OutboxKind kind, int limit, CancellationToken cancellationToken);

    /// <summary>Ticks these off, in the transaction of the database context; what was asked again meanwhile stays due.</summary>
    /// <exception cref="InvalidOperationException">The lease ran out and was taken over.</exception>
    Task CompleteAsync(
        OutboxLease lease,
        OutboxKind kind,
        IReadOnlyCollection<OutboxItem> items,
        CancellationToken cancellationToken
    );

    /// <summary>Counts an attempt and lets these wait, in the transaction of the database context; what was asked again meanwhile stays due.</summary>
    /// <exception cref="InvalidOperationException">The lease ran out and was taken over.</exception>
    Task RescheduleAsync(
        OutboxLease lease,
        OutboxKind kind,
        IReadOnlyCollection<OutboxItem> items,
        TimeSpan delay,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Makes sure, in the transaction of the database context, that the work is ours for as long again as when it was
    /// leased: before a call that must not be made by two.
    /// </summary>
    /// <exception cref="InvalidOperationException">The lease ran out and was taken over.</exception>
    Task RenewAsync(OutboxLease lease, CancellationToken cancellationToken);

    /// <summary>Releases the lease; with a rest, amoCRM is not called for this account before it is over.</summary>
    Task ReleaseAsync(OutboxLease lease, TimeSpan? rest, CancellationToken cancellationToken);

    /// <summary>Ends the rest of an account, as after connecting it anew, in the transaction of the database context.</summary>
    Task ResumeAsync(UserAccountId account, CancellationToken cancellationToken);
}

/// <summary>Kinds of background work at amoCRM.</summary>
public enum OutboxKind
{
    /// <summary>Show amoCRM a token again that it has refused. Subject: none, <c>""</c>.</summary>
    RecheckToken,

    /// <summary>Look up a closed deal and write down its sale. Subject: the deal's id.</summary>
    CloseDeal,

    /// <summary>Look whether the account's webhook is as it should be, and put it right. Subject: none, <c>""</c>.</summary>
    CheckWebhook,

    /// <summary>Find out by the phone of its contact whose deal it is. Subject: the deal's id.</summary>
    MatchDeal,

    /// <summary>Make a deal of a lead. Subject: the lead's id.</summary>
    PushLead,
}

/// <param name="Holder">Fences out a holder whose lease ran out.</param>
/// <param name="Failures">How often in a row amoCRM failed for this account.</param>
/// <param name="Kinds">The kinds that have something due.</param>
public sealed record OutboxLease(UserAccountId Account, Guid Holder, int Failures, IReadOnlyList<OutboxKind> Kinds);

/// <param name="Subject">What it is about; see <see cref="OutboxKind"/>.</param>
/// <param name="Version">Grows each time the same is asked, so that what is asked while it is being done is not lost.</param>
/// <param name="Attempts">How often it was rescheduled.</param>
public sealed record OutboxItem(string Subject, long Version, int Attempts)
{
    /// <summary>Trace id of the work that caused it.</summary>
    public string? TraceParent { get; init; }
}
