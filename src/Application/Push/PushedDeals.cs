using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <param name="Card">Null when amoCRM made it but no longer shows it.</param>
internal sealed record PushedDeal(PushItem Item, DealId Deal, AmoDealCard? Card);

/// <summary>
/// The deals of leads: found by their tag where one was asked for before, else made; then taken into the ledger.
/// </summary>
internal sealed class PushedDeals(
    IAppDbContext db,
    IOutbox outbox,
    IAmoLeads amo,
    LockedLeads leads,
    PushLedger linking,
    PushOutcomes outcomes,
    TimeProvider clock
)
{
    /// <summary>Deals created by an earlier request whose answer was lost.</summary>
    public async Task<IReadOnlyList<PushedDeal>> FindAsync(
        PushContext context,
        IReadOnlyList<PushItem> items,
        IReadOnlyDictionary<AmoContactId, AmoContactCard> contacts,
        CancellationToken cancellationToken
    )
    {
        var candidates = items
            .Select(i => contacts.GetValueOrDefault(i.Lead.AmocrmContactId!.Value))
            .SelectMany(contact => contact?.Deals ?? [])
            .Distinct()
            .ToList();
        var cards = await amo.GetDealsAsync(context.Account.Id, candidates, cancellationToken);
        var byTag = cards
            .SelectMany(card => card.Tags.Select(tag => (tag, card)))
            .ToLookup(pair => pair.tag, pair => pair.card, StringComparer.OrdinalIgnoreCase);
        return
        [
            // Of copies that people made, the first is the one we asked for.
            .. from item in items
            let card = byTag[item.Tag].MinBy(card => card.Id.Value)
            where card is not null
            select new PushedDeal(item, card.Id, card),
        ];
    }

    public async Task<IReadOnlyList<PushedDeal>> CreateAsync(
        PushContext context,
        IReadOnlyList<PushItem> items,
        CancellationToken cancellationToken
    )
    {
        var begun = await BeginAsync(context, items, cancellationToken);
        if (begun.Count == 0)
            return [];
        var targets = await TargetsAsync(context, begun, cancellationToken);
        var made = await outcomes.TryAsync(
            context,
            begun.ToLookup(i => i.Key),
            () => amo.CreateDealsAsync(context.Account.Id, [.. begun.Select(i => DealOf(i, targets(i.Lead)))], cancellationToken),
            cancellationToken
        );
        if (made is null)
            return [];

        await outcomes.WaitAsync(
            context,
            [.. begun.Where(i => !made.ContainsKey(i.Key)).Select(i => i.Row)],
            PushOutcomes.LookAfter,
            cancellationToken
        );
        var answered = begun.Where(i => made.ContainsKey(i.Key)).ToList();
        var ids = answered.Select(i => new DealId(made[i.Key])).ToList();
        var cards = (await amo.GetDealsAsync(context.Account.Id, ids, cancellationToken)).ToDictionary(c => c.Id);
        return [.. answered.Zip(ids, (item, deal) => new PushedDeal(item, deal, cards.GetValueOrDefault(deal)))];
    }

    public Task LinkAsync(PushContext context, IReadOnlyList<PushedDeal> deals, CancellationToken cancellationToken) =>
        deals.Count == 0 ? Task.CompletedTask : linking.LinkAsync(context, deals, cancellationToken);

    /// <summary>Keeps that deals are asked for, right before they are. What was matched or erased meanwhile is left out.</summary>
    private async Task<IReadOnlyList<PushItem>> BeginAsync(
        PushContext context,
        IReadOnlyList<PushItem> items,
        CancellationToken cancellationToken
    )
    {
        if (items.Count == 0)
            return [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await outbox.RenewAsync(context.Lease, cancellationToken);
        var held = await leads.LockAsync(context.Account.Id, [.. items.Select(i => i.Lead.Id)], cancellationToken);
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
        await outbox.CompleteAsync(context.Lease, OutboxKind.PushLead, over, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return begun;
    }

    private async Task<Func<Lead, PushTarget>> TargetsAsync(
        PushContext context,
        IReadOnlyList<PushItem> items,
        CancellationToken cancellationToken
    )
    {
        var ids = items.Select(i => i.Lead.DirectionId).OfType<DirectionId>().Distinct().ToList();
        var directions = await db
            .Directions.AsNoTracking()
            .Where(d => d.UserAccountId == context.Account.Id && ids.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, cancellationToken);
        return lead =>
            lead.DirectionId is { } id && directions.TryGetValue(id, out var direction)
                ? direction.PushTarget.Over(context.Account.PushTarget)
                : context.Account.PushTarget;
    }

    private static NewAmoDeal DealOf(PushItem item, PushTarget target) =>
        new(item.Key, LeadNames.From(item.Lead), item.Lead.AmocrmContactId!.Value, [item.Tag, .. UtmTags(item.Lead)], target);

    private static IEnumerable<string> UtmTags(Lead lead) =>
        from mark in ((string Name, string? Value)[])
            [
                ("utm_source", lead.UtmSource),
                ("utm_medium", lead.UtmMedium),
                ("utm_campaign", lead.UtmCampaign),
                ("utm_term", lead.UtmTerm),
                ("utm_content", lead.UtmContent),
            ]
        where mark.Value is not null
        select $"{mark.Name}:{mark.Value}";
}
