using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>Goes through the deals of an account; each page takes effect together with the cursor.</summary>
internal sealed class DealReader(
    IAppDbContext db,
    IRuns runs,
    IAmoDealList amo,
    ILedger ledger,
    ListedOwners owners,
    TimeProvider clock
)
{
    public async Task StepAsync(RunLease lease, RunProgress progress, ReconcileCursor cursor, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(lease, cursor.Deals!, cancellationToken);
        for (var pages = 1; ; pages++)
        {
            AmoDealPage page;
            try
            {
                page = await asked.Page;
            }
            catch (AmoCallException e) when (e.IsOfOneRow && Narrower(cursor.Deals!) is { } narrower)
            {
                await SkipAsync(lease, progress, cursor, narrower, cancellationToken);
                return;
            }

            var following = cursor.Deals!.After(page);
            var next =
                pages == ReadAhead.PagesOfStep || following.IsAtEnd ? null : await AskAsync(lease, following, cancellationToken);
            (progress, cursor) = await ReadAhead.WriteAsync(
                next?.Page,
                () => TakeAsync(lease, progress, cursor, page, asked.At, cancellationToken)
            );
            if (next is null)
                return;
            asked = next;
            db.ClearChangeTracker();
        }
    }

    private async Task<AskedPage> AskAsync(RunLease lease, DealCursor place, CancellationToken cancellationToken) =>
        new(
            await owners.NowAsync(cancellationToken),
            amo.ReadAsync(
                lease.Account,
                place.Order,
                (place.From, place.To),
                place.Page,
                clock.GetUtcNow(),
                isTriedOnce: place.Span > TimeSpan.Zero,
                cancellationToken
            )
        );

    private static DealCursor? Narrower(DealCursor place) => place.Narrower() ?? place.PastOddSecond();

    private async Task SkipAsync(
        RunLease lease,
        RunProgress progress,
        ReconcileCursor cursor,
        DealCursor narrower,
        CancellationToken cancellationToken
    )
    {
        var place = cursor.Deals!;
        var isOdd = narrower.OddSeconds > place.OddSeconds;
        var skipped = isOdd ? [$"deals of {place.From:yyyy-MM-dd HH:mm:ss} UTC"] : Array.Empty<string>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SaveAsync(lease, progress, cursor, narrower, skipped, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<(RunProgress, ReconcileCursor)> TakeAsync(
        RunLease lease,
        RunProgress progress,
        ReconcileCursor cursor,
        AmoDealPage page,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        var deals = cursor.Deals!.Taken(page);
        var found = await owners.FindAsync(lease.Account, [.. deals.Select(deal => deal.Card)], askedAt, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changes = await RecordAsync(lease.Account, deals, found, cancellationToken);
        var reached = cursor.Deals!.After(page);
        // Of an old deal that changed lately its own events are asked for.
        var linked = changes
            .Where(c => c.IsLinked && (reached.Order == DealOrder.Creation || c.After.CreatedAt >= cursor.From))
            .Select(c => c.After.CreatedAt)
            .Append(reached.FirstAdopted);
        var taken = await SaveAsync(
            lease,
            progress with
            {
                Done = lease.Kind == RunKind.Backfill ? progress.Done + deals.Count : progress.Done,
                Changed = progress.Changed + Repairs.Count(changes),
            },
            cursor,
            reached with
            {
                FirstAdopted = linked.Min(),
            },
            page.Skipped,
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return taken;
    }

    private async Task<IReadOnlyList<DealChange>> RecordAsync(
        UserAccountId account,
        IReadOnlyList<ListedDeal> deals,
        FoundOwners found,
        CancellationToken cancellationToken
    )
    {
        if (deals.Count == 0)
            return [];
        var now = clock.GetUtcNow();
        var reports = deals.Select(deal => deal.State.Report(new(account, deal.State.Deal), now)).ToList();
        var tagged = reports.Where(r => r.Details?.TaggedLead is not null).Select(r => (account, r.Details!.TaggedLead!.Value));
        var locked = await ledger.LockAsync([.. reports.Select(r => r.Deal)], [.. tagged.Distinct()], cancellationToken);
        var changes = reports.ConvertAll(r => locked.Change(locked.Deals[r.Deal], locked.Deals[r.Deal].After([r])));
        await ledger.WriteAsync(changes, found.AreRead, cancellationToken);
        await owners.LinkAsync(
            locked with
            {
                Deals = changes.ToDictionary(c => c.After.Key, c => c.After),
            },
            found,
            cancellationToken
        );
        return changes;
    }

    /// <summary>Past the last deal the events of those that became leads are next.</summary>
    private async Task<(RunProgress, ReconcileCursor)> SaveAsync(
        RunLease lease,
        RunProgress progress,
        ReconcileCursor cursor,
        DealCursor reached,
        IReadOnlyList<string> skippedRows,
        CancellationToken cancellationToken
    )
    {
        var (noted, skipped) = cursor.Skip(skippedRows);
        var next = noted.Past(reached);
        var saved = progress with
        {
            Total = lease.Kind == RunKind.Backfill ? reached.Estimate(progress.Done) : progress.Total,
            Skipped = progress.Skipped + skipped,
            Cursor = next.ToJson(),
        };
        await runs.SaveAsync(lease, saved, cancellationToken);
        return (saved, next);
    }

    /// <param name="At">By the database's clock, before amoCRM was asked.</param>
    private sealed record AskedPage(DateTimeOffset At, Task<AmoDealPage> Page);
}
