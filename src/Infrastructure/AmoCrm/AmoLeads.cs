using System.Globalization;
using System.Text.Json;
using AmoCrmQualification.Application.Pushing;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoLeads(AmoClient amo, AmoBatches batches, AmoRows rows) : IAmoLeads
{
    private const int IdsPerCall = 100;
    private const int PageSize = 250;
    private const string Contacts = "/api/v4/contacts?with=leads&limit=250";
    private const string Deals = "/api/v4/leads?with=contacts&limit=250";
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
            var path = Invariant($"{Contacts}&query={Uri.EscapeDataString(text)}&page={page}");
            var contacts = (await amo.GetAsync<ContactsWire>(account, path, cancellationToken))?.Embedded?.Contacts;
            found.AddRange(Cards(account, contacts));
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
        var found = new List<AmoContactCard>();
        foreach (var ids in contacts.Select(c => c.Value).Chunk(IdsPerCall))
        {
            var read = await batches.ReadAsync<ContactsWire>(
                account,
                "contact",
                ids,
                some => $"{Contacts}&{AmoBatches.Ids(some)}",
                cancellationToken
            );
            found.AddRange(read.Answers.SelectMany(answer => Cards(account, answer.Embedded?.Contacts)));
        }

        return found;
    }

    public async Task<IReadOnlyList<AmoDealCard>> GetDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoLeadId> deals,
        CancellationToken cancellationToken
    )
    {
        var found = new List<AmoDealCard>();
        foreach (var ids in deals.Select(d => d.Value).Chunk(IdsPerCall))
        {
            var read = await batches.ReadAsync<LeadsWire>(
                account,
                "deal",
                ids,
                some => $"{Deals}&{AmoBatches.Ids(some)}",
                cancellationToken
            );
            var told = read.Answers.SelectMany(answer => answer.Embedded?.Leads ?? []).ToList();
            found.AddRange(rows.Read<CardWire, AmoDealCard>(account, "deal", told, DealCards.From).Rows);
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<string, long>> CreateContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<NewAmoContact> contacts,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<NewContactWire> body = [.. contacts.Select(NewEntities.From)];
        var call = AmoCall.With(HttpMethod.Post, "/api/v4/contacts", body, isRepeatable: false);
        var answer = await amo.SendAsync<CreatedWire>(account, call, cancellationToken);
        return IdsOf(answer?.Embedded?.Contacts);
    }

    public async Task<IReadOnlyDictionary<string, long>> CreateDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<NewAmoDeal> deals,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<NewDealWire> body = [.. deals.Select(NewEntities.From)];
        var call = AmoCall.With(HttpMethod.Post, "/api/v4/leads", body, isRepeatable: false);
        var answer = await amo.SendAsync<CreatedWire>(account, call, cancellationToken);
        return IdsOf(answer?.Embedded?.Leads);
    }

    private IEnumerable<AmoContactCard> Cards(UserAccountId account, IReadOnlyList<JsonElement>? contacts) =>
        rows.Read<ContactWire, ContactWire>(account, "contact", contacts, (contact, _) => contact.Id is null ? null : contact)
            .Rows.Where(c => c.IsDeleted is not true)
            .Select(Card);

    private static AmoContactCard Card(ContactWire contact) =>
        new(
            new(contact.Id!.Value),
            [.. contact.Phones],
            [.. contact.Emails],
            [.. (contact.Embedded?.Leads ?? []).Select(l => l.Id).OfType<long>().Select(id => new AmoLeadId(id))]
        );

    private static Dictionary<string, long> IdsOf(IReadOnlyList<CreatedItem>? created) =>
        (created ?? [])
            .Where(item => item is { RequestId: not null, Id: > 0 })
            .DistinctBy(item => item.RequestId)
            .ToDictionary(item => item.RequestId!, item => item.Id!.Value, StringComparer.Ordinal);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
