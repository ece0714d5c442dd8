using System.Globalization;
using AmoCrmQualification.Application.Pushing;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoLeads(AmoClient amo) : IAmoLeads
{
    private const int IdsPerCall = 100;
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
            var query = Invariant($"query={Uri.EscapeDataString(text)}&page={page}");
            var cards = await ContactsAsync(account, query, cancellationToken);
            found.AddRange(cards);
            if (cards.Count < PageSize)
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
            found.AddRange(await ContactsAsync(account, Ids(ids), cancellationToken));
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
            var path = Invariant($"/api/v4/leads?with=contacts&limit={PageSize}&{Ids(ids)}");
            var answer = await amo.GetAsync(account, path, AmoWireContext.Default.CardsWire, cancellationToken);
            found.AddRange((answer?.Embedded?.Leads ?? []).Select(DealCards.Of));
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<string, long>> CreateContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<NewAmoContact> contacts,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<NewContactWire> body = [.. contacts.Select(NewEntities.Of)];
        var call = AmoCall.With(
            HttpMethod.Post,
            "/api/v4/contacts",
            body,
            AmoLeadWireContext.Default.IReadOnlyListNewContactWire,
            isRepeatable: false
        );
        var answer = await amo.SendAsync(account, call, AmoWireContext.Default.CreatedWire, cancellationToken);
        return IdsOf(answer?.Embedded?.Contacts);
    }

    public async Task<IReadOnlyDictionary<string, long>> CreateDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<NewAmoDeal> deals,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<NewDealWire> body = [.. deals.Select(NewEntities.Of)];
        var call = AmoCall.With(
            HttpMethod.Post,
            "/api/v4/leads",
            body,
            AmoLeadWireContext.Default.IReadOnlyListNewDealWire,
            isRepeatable: false
        );
        var answer = await amo.SendAsync(account, call, AmoWireContext.Default.CreatedWire, cancellationToken);
        return IdsOf(answer?.Embedded?.Leads);
    }

    private async Task<IReadOnlyList<AmoContactCard>> ContactsAsync(
        UserAccountId account,
        string query,
        CancellationToken cancellationToken
    )
    {
        var path = Invariant($"/api/v4/contacts?with=leads&limit={PageSize}&{query}");
        var answer = await amo.GetAsync(account, path, AmoWireContext.Default.ContactsWire, cancellationToken);
        return
        [
            .. (answer?.Embedded?.Contacts ?? [])
                .Where(c => c.IsDeleted is not true)
                .Select(c => new AmoContactCard(
                    new(c.Id),
                    [.. c.Phones],
                    [.. c.Emails],
                    [.. (c.Embedded?.Leads ?? []).Select(l => new AmoLeadId(l.Id))]
                )),
        ];
    }

    private static Dictionary<string, long> IdsOf(IReadOnlyList<CreatedItem>? created) =>
        (created ?? [])
            .Where(item => item.RequestId is not null)
            .DistinctBy(item => item.RequestId.ToString())
            .ToDictionary(item => item.RequestId.ToString()!, item => item.Id, StringComparer.Ordinal);

    private static string Ids(IEnumerable<long> ids) => string.Join('&', ids.Select(id => Invariant($"filter[id][]={id}")));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
