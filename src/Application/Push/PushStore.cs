using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Push;

/// <summary>Stores the results of steps, each in one transaction.</summary>
internal sealed class PushStore(
    IAppDbContext db,
    IOutbox outbox,
    ILedger ledger,
    LockedLeads leads,
    IPayloadEraser payloads,
    TimeProvider clock
)
{
    /// <summary>
    /// Stores contacts and outcomes with their leads, completes or reschedules rows, and gives deals to the ledger with their
    /// first stage. Returns the leads that go on, as they stand then.
    /// </summary>
    public async Task<IReadOnlyList<PushItem>> SaveAsync(PushContext push, PushStep step, CancellationToken cancellationToken)
    {
        var found = step.Next.Where(item => item.IsContactNew).ToList();
        if (found.Count == 0 && step.Ended.Count == 0)
            return step.Next;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var deals = step.Ended.OfType<PushOutcome.Made>().Select(made => new DealKey(push.Account.Id, made.Deal)).ToList();
        var locked = deals.Count == 0 ? null : await ledger.LockAsync(deals, cancellationToken);
        LeadId[] changing = [.. found.Select(item => item.Lead.Id), .. step.Ended.Where(o => o.ChangesLead).Select(o => o.Lead)];
        var held = changing.Length == 0 ? [] : await leads.LockAsync(push.Account.Id, changing, cancellationToken);

        foreach (var item in found)
            held[item.Lead.Id].SetContact(item.Contact!.Id);
        foreach (var outcome in step.Ended)
            if (held.TryGetValue(outcome.Lead, out var lead) && lead.IsToBePushed)
                Close(lead, outcome);
        var changes = locked is null
            ? []
            : await LinkAsync(step.Ended.OfType<PushOutcome.Made>(), locked, held, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (changes.Count > 0)
            await ledger.WriteAsync(changes, cancellationToken);
        await SettleRowsAsync(push.Lease, step.Ended, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. step.Next.Select(item => item with { Lead = held.GetValueOrDefault(item.Lead.Id, item.Lead) })];
    }

    /// <summary>Stores that deals are asked for, right before they are. Leads matched or erased meanwhile are left out.</summary>
    public async Task<IReadOnlyList<PushItem>> BeginAsync(
        PushContext push,
        IReadOnlyList<PushItem> items,
        CancellationToken cancellationToken
    )
    {
        if (items.Count == 0)
            return [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await outbox.RenewAsync(push.Lease, cancellationToken);
        var held = await leads.LockAsync(push.Account.Id, [.. items.Select(i => i.Lead.Id)], cancellationToken);
        var (now, begun, over) = (clock.GetUtcNow(), new List<PushItem>(), new List<OutboxItem>());
        foreach (var item in items)
        {
            var lead = held[item.Lead.Id];
            if (lead is { IsToBePushed: true, ErasedAt: not null })
                lead.CancelPush(now);
            if (!lead.IsToBePushed)
            {
                over.Add(item.Row);
                continue;
            }

            lead.BeginPush(now);
            begun.Add(item with { Lead = lead });
        }

        await db.SaveChangesAsync(cancellationToken);
        await outbox.CompleteAsync(push.Lease, OutboxKind.PushLead, over, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return begun;
    }

    private void Close(Lead lead, PushOutcome outcome)
    {
        var now = clock.GetUtcNow();
        if (outcome is PushOutcome.Cancelled)
            lead.CancelPush(now);
        else if (outcome is PushOutcome.Refused { Error: var error })
            lead.RefusePush(error, now);
    }

    private async Task<IReadOnlyList<DealChange>> LinkAsync(
        IEnumerable<PushOutcome.Made> made,
        LockedDeals locked,
        Dictionary<LeadId, Lead> held,
        CancellationToken cancellationToken
    )
    {
        var (now, changes) = (clock.GetUtcNow(), new List<DealChange>());
        foreach (var outcome in made)
        {
            var lead = held[outcome.Lead];
            var deal = locked.Deals[new(lead.UserAccountId, outcome.Deal)];
            if (lead.AmocrmLeadId is not null)
                continue;
            if (!deal.IsFree)
            {
                lead.RefusePush("its deal belongs to another lead", now); // somebody took it in with this deal's id
                continue;
            }

            lead.LinkPushed(deal.Key.Deal, now);
            var isForgotten = lead.ErasedAt is not null;
            if (isForgotten)
                await EraseAsync(lead, deal.Key, cancellationToken);
            var linked = deal.TakenBy(lead.Id) with { IsForgotten = isForgotten };
            changes.Add(locked.Change(deal, linked.After(outcome.FirstStage(deal.Key, now))));
        }

        await ledger.ReleaseAdoptedAsync([.. changes.Select(change => change.Before)], cancellationToken);
        return changes;
    }

    /// <summary>Removes what amoCRM told of it before its deal was known.</summary>
    private async Task EraseAsync(Lead lead, DealKey deal, CancellationToken cancellationToken)
    {
        var contacts = (await payloads.EraseDealAsync(deal, cancellationToken)).ToHashSet();
        if (lead.AmocrmContactId is { } contact)
            contacts.Add(contact);
        await payloads.EraseBodiesAsync(deal.Account, deal.Deal, contacts, cancellationToken);
    }

    private async Task SettleRowsAsync(
        OutboxLease lease,
        IReadOnlyCollection<PushOutcome> ended,
        CancellationToken cancellationToken
    )
    {
        OutboxItem[] done = [.. ended.Where(o => o is not PushOutcome.Waits).Select(o => o.Row)];
        if (done.Length > 0)
            await outbox.CompleteAsync(lease, OutboxKind.PushLead, done, cancellationToken);
        foreach (var late in ended.OfType<PushOutcome.Waits>().GroupBy(w => w.Delay, w => w.Row))
            await outbox.RescheduleAsync(lease, OutboxKind.PushLead, [.. late], late.Key, cancellationToken);
    }
}
