using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>Compares linked deals with amoCRM, a hundred at a time, and repairs what differs.</summary>
internal sealed class StateComparison(
    IAppDbContext db,
    IRuns runs,
    IAmoEvents amoEvents,
    ILedger ledger,
    ILinkedDeals linked,
    OwnEvents ownEvents,
    MatchRequests matching,
    TimeProvider clock
)
{
    /// <summary>Answers whether that was the last page.</summary>
    public async Task<bool> StepAsync(
        RunLease lease,
        RunProgress progress,
        ReconcileCursor cursor,
        CancellationToken cancellationToken
    )
    {
        var deals = await linked.PageAsync(lease.Account, cursor.AfterDeal, IAmoEvents.StatesPerRead, cancellationToken);
        var askedAt = clock.GetUtcNow();
        var told =
            deals.Count == 0
                ? AmoDealStates.None
                : await amoEvents.StatesAsync(lease.Account, [.. deals.Select(d => d.Deal)], askedAt, cancellationToken);
        var states = told.States.ToDictionary(s => s.Deal);
        var readable = deals.Where(d => !told.Unread.Contains(d.Deal)).ToList();
        var asked = readable
            .Where(d => (!d.IsRead && !d.IsKnownFromTheStart) || d.IsUnexplainedBy(states.GetValueOrDefault(d.Deal)))
            .Select(d => d.Deal)
            .ToList();
        var events = await ownEvents.ReadAsync(lease.Account, asked, cancellationToken);
        var differing = readable.Where(d => !d.IsRead || !d.StandsAs(states.GetValueOrDefault(d.Deal))).ToList();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await RepairAsync(lease, differing, states, events, askedAt, cancellationToken);
        await linked.NoteAsync(
            lease.Account,
            [.. events.Events.Where(e => e.Kind == AmoEventKind.Added)],
            [.. differing.Select(d => d.Deal).Except(events.Incomplete)],
            cancellationToken
        );
        var (noted, skipped) = cursor.Skip(told.Skipped.Concat(events.Skipped));
        var isLast = deals.Count < IAmoEvents.StatesPerRead;
        var compared = cursor.Compared + deals.Count;
        var reached = progress with
        {
            Done = Math.Max(progress.Done, compared),
            Total = Math.Max(progress.Total ?? 0, compared),
            Changed = progress.Changed + changed,
            Skipped = progress.Skipped + skipped,
            Cursor = (deals.Count == 0 ? noted : noted with { AfterDeal = deals[^1].Deal.Value, Compared = compared }).ToJson(),
        };
        if (isLast)
            await EndAsync(lease, reached, cursor, cancellationToken);
        else
            await runs.SaveAsync(lease, reached, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isLast;
    }

    private async Task<int> RepairAsync(
        RunLease lease,
        IReadOnlyList<LinkedDeal> deals,
        IReadOnlyDictionary<DealId, DealState> states,
        DealEvents events,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        if (deals.Count == 0)
            return 0;
        var now = clock.GetUtcNow();
        var told = EventReports.From(lease.Account, events.Events, now).ToLookup(r => r.Deal);
        var addedAt = events.Events.Where(e => e.Kind == AmoEventKind.Added).ToLookup(e => e.Deal, e => e.At);
        var locked = await ledger.LockAsync([.. deals.Select(d => new DealKey(lease.Account, d.Deal))], cancellationToken);

        var changes = new List<DealChange>(deals.Count);
        foreach (var deal in deals)
        {
            var before = locked.Deals[new(lease.Account, deal.Deal)];
            var after = before.After([.. told[before.Key]]);
            DateTimeOffset? added = addedAt[deal.Deal].Any() ? addedAt[deal.Deal].Min() : deal.AddedAt;
            if (events.Incomplete.Contains(deal.Deal))
                added = null;
            if (added is { } at)
                after = FirstStage.Supply(after, at, now);
            after = states.TryGetValue(deal.Deal, out var state)
                ? state.Repair(after, added, now)
                : DealAbsence.Confirm(after, askedAt);
            changes.Add(locked.Change(before, after));
        }

        await ledger.WriteAsync(changes, cancellationToken);
        return Repairs.Count(changes);
    }

    private async Task EndAsync(RunLease lease, RunProgress reached, ReconcileCursor cursor, CancellationToken cancellationToken)
    {
        if (await linked.HaveUnknownStagesAsync(lease.Account, cancellationToken))
            await runs.RequestAsync(RunKind.Pipelines, lease.Account, since: null, cancellationToken);
        await matching.EnqueueUnreadAsync(lease.Account, cancellationToken);

        var warning = cursor.MissingSince is { } since
            ? $"amoCRM cut its list of events short: those since {since:yyyy-MM-dd HH:mm} UTC are read again by the next run."
            : null;
        await runs.FinishAsync(lease, reached with { Warning = warning }, cursor.MissingSince ?? cursor.Until, cancellationToken);
    }
}
