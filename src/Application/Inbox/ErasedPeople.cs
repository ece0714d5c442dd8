using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>People who were erased: what amoCRM tells later of their deals counts, and bodies that show them are not kept.</summary>
internal sealed class ErasedPeople(IAppDbContext db)
{
    /// <summary>Finds the events that show an erased person, by their deals or by the contact itself.</summary>
    public async Task<IReadOnlySet<ParsedEvent>> AmongAsync(
        IEnumerable<(UserAccountId Account, ParsedEvent Event)> told,
        CancellationToken cancellationToken
    )
    {
        var erased = new HashSet<ParsedEvent>(ReferenceEqualityComparer.Instance);
        foreach (var (account, events) in told.GroupBy(t => t.Account, t => t.Event).Select(g => (g.Key, g.ToList())))
        {
            var deals = await DealsAsync(account, events.SelectMany(e => e.Deals), cancellationToken);
            // Asked only of contacts without any deal, as no index leads to leads by their contact.
            var contacts = await ContactsAsync(
                account,
                events.Where(e => !e.Deals.Any()).SelectMany(ContactOf),
                cancellationToken
            );
            erased.UnionWith(events.Where(e => e.Deals.Any(deals.Contains) || ContactOf(e).Any(contacts.Contains)));
        }

        return erased;
    }

    /// <summary>The body of a delivery that failed, without what it tells of erased people; null when it tells nothing of them.</summary>
    public async Task<byte[]?> RedactAsync(ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        var named = BodyRedaction.NamedIn(delivery.RawBody, delivery.ContentEncoding);
        var erased = new NamedEntities(
            await DealsAsync(delivery.Account, named.Deals, cancellationToken),
            await ContactsAsync(delivery.Account, named.Contacts, cancellationToken)
        );
        return erased.IsEmpty ? null : BodyRedaction.Redact(delivery.RawBody, delivery.ContentEncoding, erased);
    }

    private async Task<IReadOnlySet<DealId>> DealsAsync(
        UserAccountId account,
        IEnumerable<DealId> told,
        CancellationToken cancellationToken
    )
    {
        var deals = told.Select(deal => (DealId?)deal).Distinct().ToList();
        return deals.Count == 0
            ? new HashSet<DealId>()
            : await db
                .Leads.Where(l => l.UserAccountId == account && deals.Contains(l.AmocrmLeadId) && l.ErasedAt != null)
                .Select(l => l.AmocrmLeadId!.Value)
                .ToHashSetAsync(cancellationToken);
    }

    private async Task<IReadOnlySet<AmoContactId>> ContactsAsync(
        UserAccountId account,
        IEnumerable<AmoContactId> told,
        CancellationToken cancellationToken
    )
    {
        var contacts = told.Select(contact => (AmoContactId?)contact).Distinct().ToList();
        return contacts.Count == 0
            ? new HashSet<AmoContactId>()
            : await db
                .Leads.Where(l => l.UserAccountId == account && l.ErasedAt != null && contacts.Contains(l.AmocrmContactId))
                .Select(l => l.AmocrmContactId!.Value)
                .ToHashSetAsync(cancellationToken);
    }

    private static IEnumerable<AmoContactId> ContactOf(ParsedEvent told) =>
        told is { Entity: ParsedEvent.Contact, Id: { } id } ? [new AmoContactId(id)] : [];
}
