namespace AmoCrmQualification.Application.Data;

public readonly record struct SyncRunId(Guid Value) : ITypedId<Guid>
{
    public static SyncRunId New() => new(Guid.CreateVersion7());

    // Runs are listed by (due_at, id); translated to SQL.
    public static bool operator <(SyncRunId a, SyncRunId b) => a.Value < b.Value;

    public static bool operator >(SyncRunId a, SyncRunId b) => a.Value > b.Value;
}

public enum RunKind
{
    /// <summary>Takes over pipelines and stages.</summary>
    Pipelines,

    /// <summary>Brings in what webhooks did not tell.</summary>
    Reconciliation,

    /// <summary>The same for an account that has just been connected.</summary>
    Backfill,

    /// <summary>Decides anew whose leads are, by settings that were applied.</summary>
    Attribution,
}

public enum RunState
{
    /// <summary>Under way; one that has not started waits for its lease.</summary>
    Running,
    Done,
    Failed,
}

/// <summary>Work on all of an account at amoCRM. Runs of one account never overlap; a run outlives the replica that does it.</summary>
public sealed class SyncRun : ITenantOwned
{
    private SyncRun() { } // written in SQL

    public UserAccountId UserAccountId { get; private init; }
    public SyncRunId Id { get; private init; }
    public RunKind Kind { get; private init; }
    public RunState State { get; private init; }
    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>Time at which it is due: scheduled runs are spread over the time to the next.</summary>
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>Null: it waits for its lease.</summary>
    public DateTimeOffset? StartedAt { get; private init; }

    public DateTimeOffset? FinishedAt { get; private init; }
    public int Done { get; private init; }

    /// <summary>Null until it is known.</summary>
    public int? Total { get; private init; }

    public int Changed { get; private init; }

    /// <summary>Number of unreadable rows of amoCRM: they are named in the log, and read again by the next run.</summary>
    public int Skipped { get; private init; }

    /// <summary>Why it failed or waits, or what it could not read; a sentence.</summary>
    public string? Error { get; private init; }

    /// <summary>Start of the run's period if not the end of the last one: the last delivery before a webhook outage.</summary>
    public DateTimeOffset? Since { get; private init; }

    /// <summary>Cursor to go on from, JSON of the kind of run.</summary>
    public string? Cursor { get; private init; }

    /// <summary>Everything that amoCRM reports up to here is known.</summary>
    public DateTimeOffset? CoveredUntil { get; private init; }

    /// <summary>Number of attempts since it last made progress.</summary>
    public int Attempts { get; private init; }

    /// <summary>Since when amoCRM fails; null when it answers.</summary>
    public DateTimeOffset? FailingSince { get; private init; }

    /// <summary>amoCRM is left alone before this.</summary>
    public DateTimeOffset? RetryAt { get; private init; }

    /// <summary>Fences out a replica that lost its lease without noticing.</summary>
    public Guid? Holder { get; private init; }
}
