using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Owners of a deal at amoCRM: the phones of its contacts in all their spellings, the main contact's first.</summary>
/// <param name="Person">Its main contact, or the first that there is.</param>
internal sealed record DealOwner(DealId Deal, IReadOnlyList<(string Phone, AmoContactId Contact)> Phones, DealPerson? Person)
{
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>It has no phone by which it could be known, as yet.</summary>
    public bool MayGetPhone => Phones.Count == 0;
}

/// <summary>Asks amoCRM for the contacts of deals.</summary>
internal sealed class DealOwners(IAppDbContext db, IAmoLeads amo, ContactReader reader)
{
    public async Task<IReadOnlyList<DealOwner>> FindAsync(
        UserAccount account,
        IReadOnlyCollection<DealId> deals,
        CancellationToken cancellationToken
    )
    {
        if (deals.Count == 0)
            return [];
        try
        {
            var cards = await amo.GetDealsAsync(account.Id, deals, cancellationToken);
            return await ReadAsync(account, deals, cards, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.Permanent)
        {
            return []; // amoCRM will never say more (an unpaid account, missing rights)
        }
    }

    /// <summary>Owners of deals whose cards were read already.</summary>
    public async Task<IReadOnlyList<DealOwner>> ReadAsync(
        UserAccount account,
        IReadOnlyCollection<DealId> deals,
        IReadOnlyList<AmoDealCard> shown,
        CancellationToken cancellationToken
    )
    {
        var cards = shown.ToDictionary(c => c.Id);
        var ours = await PushedByUsAsync(account, cards.Values, cancellationToken);
        var ids = cards.Values.Where(c => !ours.Contains(c.Id)).SelectMany(c => c.Contacts).Distinct().ToList();
        var contacts = (await amo.GetContactsAsync(account.Id, ids, cancellationToken)).ToDictionary(c => c.Id);
        return
        [
            .. from deal in deals
            where !ours.Contains(deal)
            let card = cards.GetValueOrDefault(deal)
            let known = ContactsOf(card, contacts)
            select new DealOwner(deal, reader.PhonesOf(account, known), reader.PersonOf(account, known))
            {
                MadeAt = card?.CreatedAt,
            },
        ];
    }

    /// <summary>Deals with the tag of a lead that waits for amoCRM's word: its push will link them.</summary>
    private async Task<HashSet<DealId>> PushedByUsAsync(
        UserAccount account,
        IReadOnlyCollection<AmoDealCard> cards,
        CancellationToken cancellationToken
    )
    {
        var tagged = cards
            .SelectMany(card => card.Tags.Select(tag => (Lead: LeadTag.Parse(tag), card.Id)))
            .Where(pair => pair.Lead is not null)
            .ToList();
        var ids = tagged.Select(pair => pair.Lead!.Value).Distinct().ToList();
        var waiting = await db
            .Leads.Where(l => l.UserAccountId == account.Id && ids.Contains(l.Id))
            .Where(l => l.AmocrmLeadId == null && l.PushRequestedAt != null)
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        return [.. tagged.Where(pair => waiting.Contains(pair.Lead!.Value)).Select(pair => pair.Id)];
    }

    private static List<AmoContactCard> ContactsOf(
        AmoDealCard? card,
        IReadOnlyDictionary<AmoContactId, AmoContactCard> contacts
    ) => [.. (card?.Contacts ?? []).Select(contacts.GetValueOrDefault).OfType<AmoContactCard>()];
}
