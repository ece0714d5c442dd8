using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoLeads(IAmoCrmApi amo, AmoBatches batches, AmoRows rows) : IAmoLeads
{
    private const int PageSize = 250;
    private const int MostPages = 4;

    public async Task<IReadOnlyList<AmoContactCard>> SearchContactsAsync(
        UserAccountId account,
        string text,
        CancellationToken cancellationToken
    )
    {
        var found = new List<AmoContactCard>();
        for (var page = 1; page <= MostPages; page++)
        {
            var call = AmoCall.For(account);
            var answer = await amo.GetContactsAsync(call, "leads", ids: null, text, page, cancellationToken);
            var contacts = answer?.Embedded?.Contacts;
            found.AddRange(Cards(rows.Read<ContactWire, ContactWire>(account, "contact", contacts, WithId).Rows));
            if (contacts is not { Count: >= PageSize })
                break;
        }

        return found;
    }

    public async Task<IReadOnlyList<AmoContactCard>> GetContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoContactId> contacts,
        CancellationToken cancellationToken
    )
    {
        var read = await batches.ReadContactsAsync(account, "leads", contacts, WithId, cancellationToken);
        return Cards(read.Rows);
    }

    public async Task<IReadOnlyList<AmoDealCard>> GetDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        CancellationToken cancellationToken
    )
    {
        var read = await batches.ReadDealsAsync(account, "contacts", deals, LeadRows.Card, cancellationToken);
        return read.Rows;
    }

    public async Task<IReadOnlyDictionary<string, long>> CreateContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<NewAmoContact> contacts,
        CancellationToken cancellationToken
    )
    {
        NewContactWire[] body = [.. contacts.Select(NewContactWire.From)];
        var answer = await amo.CreateContactsAsync(AmoCall.For(account).Once, body, cancellationToken);
        return IdsOf(answer?.Embedded?.Contacts);
    }

    public async Task<IReadOnlyDictionary<string, long>> CreateDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<NewAmoDeal> deals,
        CancellationToken cancellationToken
    )
    {
        NewDealWire[] body = [.. deals.Select(NewDealWire.From)];
        var answer = await amo.CreateLeadsAsync(AmoCall.For(account).Once, body, cancellationToken);
        return IdsOf(answer?.Embedded?.Leads);
    }

    private static ContactWire? WithId(ContactWire contact, JsonElement row) => contact.Id is null ? null : contact;

    private static IReadOnlyList<AmoContactCard> Cards(IEnumerable<ContactWire> contacts) =>
        [.. contacts.Where(c => c.IsDeleted is not true).Select(Card)];

    private static AmoContactCard Card(ContactWire contact) =>
        new(
            new(contact.Id!.Value),
            [.. contact.Phones.Select(AmoText.From).OfType<string>()],
            [.. contact.Emails.Select(AmoText.From).OfType<string>()],
            [.. (contact.Embedded?.Leads ?? []).Select(l => l.Id).OfType<long>().Select(id => new DealId(id))]
        )
        {
            Name = AmoText.From(contact.Name),
        };

    private static Dictionary<string, long> IdsOf(IReadOnlyList<CreatedItem>? created) =>
        (created ?? [])
            .Where(item => item is { RequestId: not null, Id: > 0 })
            .DistinctBy(item => item.RequestId)
            .ToDictionary(item => item.RequestId!, item => item.Id!.Value, StringComparer.Ordinal);
}
