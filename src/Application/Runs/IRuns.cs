namespace AmoCrmQualification.Application.Runs;

/// <summary>
/// The runs of all accounts, in PostgreSQL. The lease of an account is a lock of a session of its own, not a
/// transaction: it is held while amoCRM answers, and goes with the process.
/// </summary>
public interface IRuns
{
    /// <summary>
    /// Requests a run as soon as the account's lease is free, in the transaction of the database context. What is requested
    /// while one waits is that one; what is asked during a run follows it.
    /// </summary>
    /// <param name="since">From when on webhooks may be missing, when that is longer ago than the last run.</param>
    Task<SyncRunId> RequestAsync(RunKind kind, UserAccountId account, DateTimeOffset? since, CancellationToken cancellationToken);

    /// <summary>Plans one run for each connected account, each at its own moment of the span that begins now.</summary>
    Task PlanAsync(RunKind kind, TimeSpan span, CancellationToken cancellationToken);

    /// <summary>Claims runs that are due and whose accounts are free, first those that have waited the longest since they could go on.</summary>
    Task<IReadOnlyList<RunLease>> ClaimAsync(FreeSlots free, CancellationToken cancellationToken);

    /// <summary>Waits for the account's lease and starts a run at once.</summary>
    Task<RunLease> StartAsync(RunKind kind, UserAccountId account, CancellationToken cancellationToken);

    /// <summary>State of the run.</summary>
    /// <exception cref="RunLeaseLostException">Another replica does it now.</exception>
    Task<RunProgress> ReadAsync(RunLease lease, CancellationToken cancellationToken);

    /// <summary>Keeps what was reached, in the transaction of the database context, together with its effect.</summary>
    /// <exception cref="RunLeaseLostException">Another replica does it now.</exception>
    Task SaveAsync(RunLease lease, RunProgress progress, CancellationToken cancellationToken);

    /// <summary>Ends the run well, in the transaction of the database context.</summary>
    /// <exception cref="RunLeaseLostException">Another replica does it now.</exception>
    Task FinishAsync(RunLease lease, RunProgress progress, DateTimeOffset? coveredUntil, CancellationToken cancellationToken);

    Task FailAsync(RunLease lease, string error, CancellationToken cancellationToken);

    /// <summary>Lets the run wait; it goes on from where it is.</summary>
    Task RescheduleAsync(RunLease lease, RunDelay delay, CancellationToken cancellationToken);

    /// <summary>Time up to which everything that amoCRM reports is known, by the runs that are done; null before the first.</summary>
    Task<DateTimeOffset?> CoveredUntilAsync(UserAccountId account, CancellationToken cancellationToken);
}

/// <summary>The lease of a run: no other work on the account before it is disposed of.</summary>
/// <param name="Attempts">How often it was taken up without getting on, this time included.</param>
public sealed record RunLease(UserAccountId Account, SyncRunId Id, RunKind Kind, Guid Holder, int Attempts, IAsyncDisposable Lock)
    : IAsyncDisposable
{
    /// <summary>amoCRM did not answer when the run last called it.</summary>
    public bool IsFailing { get; init; }

    public ValueTask DisposeAsync() => Lock.DisposeAsync();
}

/// <param name="Cursor">Where it goes on, JSON; null at the beginning.</param>
/// <param name="Warning">What it could not read.</param>
/// <param name="Skipped">How many rows of amoCRM's could not be read.</param>
public sealed record RunProgress(int Done, int? Total, int Changed, int Skipped, string? Cursor, string? Warning)
{
    /// <summary>Start of the run's period if not the end of the last one.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Since when amoCRM fails; null when it last answered.</summary>
    public DateTimeOffset? FailingSince { get; init; }
}

/// <param name="IsAttempt">The attempt counts: it may be the run's own fault.</param>
/// <param name="FailingSince">Since when amoCRM fails, if it does.</param>
public sealed record RunDelay(TimeSpan Wait, string? Error, bool IsAttempt, DateTimeOffset? FailingSince);

/// <summary>Another replica has the run. Whatever was about to be written must not be.</summary>
public sealed class RunLeaseLostException() : Exception("Another replica does this run now.");
