using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>Goes through the account's events; each page takes effect together with the cursor.</summary>
internal sealed class EventReader(
    IAppDbContext db,
    IRuns runs,
    IAmoEvents amoEvents,
    ILedger ledger,
    ILinkedDeals linked,
    TimeProvider clock
)
{
    /// <summary>Events of the last minutes may not be listed yet when they are read.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    // What happened before anybody advertised is of no use, and amoCRM does not say how long it remembers.
    private static readonly TimeSpan ShortestPast = TimeSpan.FromDays(180);
    private static readonly TimeSpan LongestPast = TimeSpan.FromDays(3 * 365);

    /// <summary>Begins where the last run ended, or longer ago when hooks are known to have been silent since.</summary>
    public async Task<ReconcileCursor> BeginAsync(RunLease lease, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var until = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        var covered = await runs.CoveredUntilAsync(lease.Account, cancellationToken);
        var from = covered is { } end ? end - Overlap : await BeginningAsync(lease, until, cancellationToken);
        if (since is { } silent && silent - Overlap < from)
            from = silent - Overlap;
        return new() { From = DateTimeOffset.FromUnixTimeSeconds(from.ToUnixTimeSeconds()), Until = until };
    }

    public async Task StepAsync(RunLease lease, RunProgress progress, ReconcileCursor cursor, CancellationToken cancellationToken)
    {
        var asked = ReadAsync(lease, cursor, cancellationToken);
        for (var pages = 1; ; pages++)
        {
            AmoEventPage? page;
            try
            {
                page = await asked;
            }
            catch (AmoCallException e) when (e.IsOfOneRow && (cursor.Narrower() ?? cursor.PastOddSecond()) is { } narrower)
            {
                var skipped = cursor.IsOneSecond ? [$"events of {cursor.From:yyyy-MM-dd HH:mm:ss} UTC"] : Array.Empty<string>();
                await SaveAsync(lease, progress, narrower, AmoEventPage.Empty with { Skipped = skipped }, cancellationToken);
                return;
            }

            var after = After(cursor, page);
            var next =
                pages == ReadAhead.PagesOfStep || after.IsThroughEvents ? null : ReadAsync(lease, after, cancellationToken);
            (progress, cursor) = await ReadAhead.WriteAsync(
                next,
                () => SaveAsync(lease, progress, after, page ?? AmoEventPage.Empty, cancellationToken)
            );
            if (next is null)
                return;
            asked = next;
            db.ClearChangeTracker();
        }
    }

    private static ReconcileCursor After(ReconcileCursor cursor, AmoEventPage? page)
    {
        var isCutShort = page is null && cursor.Next is not null;
        return isCutShort && cursor.Again() is { } again ? again
            : page?.Next is { } following ? cursor.ToPage(following)
            : isCutShort ? cursor.WithoutTheRest().ToNextWindow()
            : cursor.ToNextWindow();
    }

    private Task<AmoEventPage?> ReadAsync(RunLease lease, ReconcileCursor cursor, CancellationToken cancellationToken) =>
        cursor.Next is { } next
            ? amoEvents.NextAsync(lease.Account, next, cancellationToken)
            : amoEvents.EventsAsync(
                lease.Account,
                cursor.From,
                cursor.To,
                isTriedOnce: cursor.IsNarrowed && !cursor.IsOneSecond,
                cancellationToken
            );

    private async Task<(RunProgress, ReconcileCursor)> SaveAsync(
        RunLease lease,
        RunProgress progress,
        ReconcileCursor cursor,
        AmoEventPage page,
        CancellationToken cancellationToken
    )
    {
        var (reached, skipped) = cursor.Skip(page.Skipped);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var reports = EventReports.From(lease.Account, page.Events, clock.GetUtcNow());
        var changed = await RecordAsync(reports, cancellationToken);
        var added = page.Events.Where(e => e.Kind == AmoEventKind.Added).ToList();
        await linked.NoteAsync(lease.Account, added, read: [], cancellationToken);
        var saved = progress with
        {
            Changed = progress.Changed + changed,
            Skipped = progress.Skipped + skipped,
            Cursor = reached.ToJson(),
        };
        await runs.SaveAsync(lease, saved, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (saved, reached);
    }

    private async Task<int> RecordAsync(IReadOnlyList<DealReport> reports, CancellationToken cancellationToken)
    {
        if (reports.Count == 0)
            return 0;
        var byDeal = reports.GroupBy(r => r.Deal).ToDictionary(g => g.Key, g => g.ToList());
        var locked = await ledger.LockAsync(byDeal.Keys, cancellationToken);
        var changes = byDeal.Select(d => locked.Change(locked.Deals[d.Key], locked.Deals[d.Key].After(d.Value))).ToList();
        await ledger.WriteAsync(changes, cancellationToken);
        return Repairs.Count(changes);
    }

    private async Task<DateTimeOffset> BeginningAsync(RunLease lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = await db
            .Leads.Where(l => l.UserAccountId == lease.Account)
            .MinAsync(l => (DateTimeOffset?)l.CreatedAt, cancellationToken);
        var (latest, earliest) = (now - ShortestPast, now - LongestPast);
        return first is not { } lead || lead > latest ? latest
            : lead < earliest ? earliest
            : lead;
    }
}
