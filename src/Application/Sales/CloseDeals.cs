using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Sales;

namespace AmoCrmQualification.Application.Sales;

/// <summary>
/// Looks up closed deals of one account at amoCRM and writes down their sales, up to 100 deals in two calls.
/// Answers how many deals it closed.
/// </summary>
public sealed record CloseDealsCommand(OutboxLease Lease) : IRequest<int>;

internal sealed class CloseDealsHandler(
    IAppDbContext db,
    IOutbox outbox,
    ILedger ledger,
    ClosedDealLookup lookup,
    TimeProvider clock
) : IRequestHandler<CloseDealsCommand, int>
{
    /// <summary>As many ids as fit into one address.</summary>
    private const int BatchSize = 100;

    /// <summary>A deal that amoCRM fails to show keeps no other back; in the end the webhooks' word has to do.</summary>
    private static readonly TimeSpan[] s_untilShown = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    public async Task<int> Handle(CloseDealsCommand command, CancellationToken cancellationToken)
    {
        var due = await outbox.DueAsync(command.Lease, OutboxKind.CloseDeal, BatchSize, cancellationToken);
        if (due.Count == 0)
            return 0;

        using var trace = Telemetry.Follow("close deals", due.Select(item => item.TraceParent));
        var deals = due.Select(DealItems.Deal).ToList();
        var (account, isConnected) = await db.ForWorkAsync(command.Lease.Account, cancellationToken);
        var told = isConnected ? await lookup.LookUpAsync(account, deals, cancellationToken) : ClosedDeals.NothingTold;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await ledger.LockAsync([.. deals.Select(deal => new DealKey(account.Id, deal))], cancellationToken);
        var waiting = due.Waiting(told.Unread, s_untilShown);
        var settled = due.Except(waiting).Select(DealItems.Deal).ToHashSet();
        await RecordAsync([.. locked.Deals.Values.Where(d => settled.Contains(d.Key.Deal))], told, account, cancellationToken);
        await outbox.SettleAsync(command.Lease, OutboxKind.CloseDeal, due, waiting, s_untilShown, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    private async Task RecordAsync(
        IReadOnlyList<Deal> deals,
        ClosedDeals told,
        UserAccount owner,
        CancellationToken cancellationToken
    )
    {
        var account = owner.Id;
        var leadIds = deals.Where(d => d.Lead is not null).Select(d => d.Lead!.Value).ToList();
        var leads = await db
            .Leads.AsNoTracking()
            .Where(l => l.UserAccountId == account && leadIds.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, cancellationToken);
        var sales = await db
            .Sales.Where(s => s.UserAccountId == account && leadIds.Contains(s.LeadId))
            .ToDictionaryAsync(s => s.AmocrmDealId, cancellationToken);

        var now = clock.GetUtcNow();
        foreach (var deal in deals)
        {
            // What was reopened meanwhile, the ledger has reversed already.
            if (deal.Outcome is not { Status: not SaleStatus.Reversed } outcome || deal.Lead is not { } leadId)
                continue;
            if (!sales.TryGetValue(deal.Key.Deal, out var sale))
                db.Sales.Add(sale = Sale.Create(deal.Key, leadId, now));
            sale.Record(outcome, told.FactsOf(deal, leads[leadId], owner.Currency), now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
