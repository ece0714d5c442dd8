using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Push;

/// <summary>
/// Takes deals that amoCRM made for leads into the ledger, with their first stage and whatever webhooks told of them
/// before, and ticks off the pushes: all in one transaction.
/// </summary>
internal sealed class PushLedger(
    IAppDbContext db,
    IOutbox outbox,
    ILedger ledger,
    LockedLeads leads,
    IPayloadEraser payloads,
    TimeProvider clock
)
{
    public async Task LinkAsync(PushContext context, IReadOnlyList<PushedDeal> deals, CancellationToken cancellationToken)
    {
        var account = context.Account.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await ledger.LockAsync([.. deals.Select(d => new DealKey(account, d.Deal))], cancellationToken);
        var held = await leads.LockAsync(account, [.. deals.Select(d => d.Item.Lead.Id)], cancellationToken);
        var (now, changes) = (clock.GetUtcNow(), new List<DealChange>());
        foreach (var pushed in deals)
        {
            var (lead, deal) = (held[pushed.Item.Lead.Id], locked.Deals[new(account, pushed.Deal)]);
            if (lead.AmocrmLeadId is not null)
                continue;
            if (deal.Lead is not null)
            {
                lead.RefusePush("its deal belongs to another lead", now); // somebody took it in with this deal's id
                continue;
            }

            lead.LinkPushed(deal.Key.Deal, now);
            var isForgotten = lead.ErasedAt is not null;
            if (isForgotten)
                await payloads.EraseAsync(deal.Key, lead.AmocrmContactId, cancellationToken);
            var linked = deal with { Lead = lead.Id, IsForgotten = isForgotten };
            changes.Add(locked.Change(deal, linked.After(FirstStage(deal.Key, pushed.Card, now))));
        }

        await db.SaveChangesAsync(cancellationToken);
        await ledger.WriteAsync(changes, cancellationToken);
        await outbox.CompleteAsync(context.Lease, OutboxKind.PushLead, [.. deals.Select(d => d.Item.Row)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Stage since its creation; or, if it was changed meanwhile, since the last change.</summary>
    private static IReadOnlyCollection<DealReport> FirstStage(DealKey deal, AmoDealCard? card, DateTimeOffset now) =>
        card is { Stage: { } stage, CreatedAt: { } created }
            ?
            [
                new(
                    deal,
                    new Observation
                    {
                        ChangedAt = card.UpdatedAt is { } updated && updated > created ? updated : created,
                        Stage = stage,
                        ReceivedAt = now,
                        FirstSource = ReportSource.Push,
                        Source = ReportSource.Push,
                        SourceReceivedAt = now,
                        Payload = card.Json,
                    },
                    Price: null,
                    Deletion: null
                ),
            ]
            : [];
}
