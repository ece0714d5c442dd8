using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>
/// Gives each lead its contact at amoCRM: the one with exactly its phone (or e-mail), else a new one. It is kept here
/// before anything is done with it.
/// </summary>
internal sealed class PushedContacts(
    IAppDbContext db,
    IAmoLeads amo,
    IPhoneNumbers phones,
    LockedLeads leads,
    PushOutcomes outcomes
)
{
    /// <summary>Leads that have a contact now, and the deals of contacts that were there before.</summary>
    public async Task<(IReadOnlyList<PushItem> Items, IReadOnlyDictionary<AmoContactId, AmoContactCard> Contacts)> ResolveAsync(
        PushContext context,
        IReadOnlyList<PushItem> items,
        CancellationToken cancellationToken
    )
    {
        var cards = await CardsAsync(context, items, cancellationToken);
        // A contact may have been merged away since; then the person is looked for again.
        var known = items.Where(i => i.Lead.AmocrmContactId is { } contact && cards.ContainsKey(contact)).ToList();
        var (erased, unknown) = Parted(items.Except(known), i => i.Lead.ErasedAt is not null);
        await outcomes.DropAsync(context, erased, cancellationToken); // neither it nor its deal can be found any more

        var missing = new List<IGrouping<ContactIdentity, PushItem>>();
        foreach (var person in unknown.GroupBy(i => ContactIdentity.From(i.Lead)))
        {
            if (await SearchAsync(context, person.Key, cancellationToken) is { } card)
            {
                cards[card.Id] = card;
                known.AddRange(await KeepAsync(context, [.. person.Select(item => (item, card.Id))], cancellationToken));
            }
            else
            {
                missing.Add(person);
            }
        }

        known.AddRange(await CreateAsync(context, missing, cancellationToken));
        return (known, cards);
    }

    private async Task<Dictionary<AmoContactId, AmoContactCard>> CardsAsync(
        PushContext context,
        IEnumerable<PushItem> items,
        CancellationToken cancellationToken
    )
    {
        var known = items.Select(i => i.Lead.AmocrmContactId).OfType<AmoContactId>().Distinct().ToList();
        return (await amo.GetContactsAsync(context.Account.Id, known, cancellationToken)).ToDictionary(c => c.Id);
    }

    /// <summary>Of several with this phone the oldest, so that everybody always takes the same.</summary>
    private async Task<AmoContactCard?> SearchAsync(
        PushContext context,
        ContactIdentity person,
        CancellationToken cancellationToken
    ) =>
        person.SearchText(phones) is { } text
            ? (await amo.SearchContactsAsync(context.Account.Id, text, cancellationToken))
                .Where(card => person.IsOf(card, phones, context.Account.DefaultCountry))
                .MinBy(card => card.Id.Value)
            : null;

    private async Task<IReadOnlyList<PushItem>> CreateAsync(
        PushContext context,
        IReadOnlyList<IGrouping<ContactIdentity, PushItem>> people,
        CancellationToken cancellationToken
    )
    {
        if (people.Count == 0)
            return [];
        var batch = people
            .SelectMany(person => person.Select(item => (person.First().Key, item)))
            .ToLookup(p => p.Key, p => p.item);
        var contacts = people.Select(person => ContactOf(person.First())).ToList();
        var made = await outcomes.TryAsync(
            context,
            batch,
            () => amo.CreateContactsAsync(context.Account.Id, contacts, cancellationToken),
            cancellationToken
        );
        var (told, untold) = Parted(batch, one => made?.ContainsKey(one.Key) ?? false);
        if (made is null)
            return [];
        await outcomes.WaitAsync(
            context,
            [.. untold.SelectMany(one => one).Select(i => i.Row)],
            PushOutcomes.LookAfter,
            cancellationToken
        );
        return await KeepAsync(
            context,
            [.. told.SelectMany(one => one.Select(item => (item, new AmoContactId(made[one.Key]))))],
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<PushItem>> KeepAsync(
        PushContext context,
        IReadOnlyList<(PushItem Item, AmoContactId Contact)> resolved,
        CancellationToken cancellationToken
    )
    {
        if (resolved.Count == 0)
            return [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await leads.LockAsync(context.Account.Id, [.. resolved.Select(r => r.Item.Lead.Id)], cancellationToken);
        foreach (var (item, contact) in resolved)
            held[item.Lead.Id].SetContact(contact);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. resolved.Select(r => r.Item with { Lead = held[r.Item.Lead.Id] })];
    }

    private static NewAmoContact ContactOf(PushItem item) =>
        new(item.Key, LeadNames.From(item.Lead), item.Lead.BestPhone, item.Lead.Email);

    private static (List<T> True, List<T> False) Parted<T>(IEnumerable<T> all, Func<T, bool> condition)
    {
        var parts = all.ToLookup(condition);
        return ([.. parts[true]], [.. parts[false]]);
    }
}

internal static class LeadNames
{
    /// <summary>Description of a lead for users of amoCRM.</summary>
    public static string From(Lead lead) => lead.Name ?? lead.PhoneE164 ?? lead.Phone ?? lead.Email ?? lead.ChatId ?? "";
}
