using System.Globalization;
using System.Net;
using AmoCrmQualification.Application.Sales;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoDeals(AmoClient amo) : IAmoDeals
{
    public async Task<IReadOnlyList<AmoDealFacts>> GetDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoLeadId> deals,
        CancellationToken cancellationToken
    )
    {
        var path = $"/api/v4/leads?with=contacts,loss_reason&limit=250&{Ids(deals.Select(d => d.Value))}";
        var answer = await amo.GetAsync(account, path, AmoWireContext.Default.LeadsWire, cancellationToken);
        return [.. (answer?.Embedded?.Leads ?? []).Select(FactsOf).DistinctBy(f => f.Id)];
    }

    public async Task<IReadOnlyList<AmoContactFacts>> GetContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoContactId> contacts,
        CancellationToken cancellationToken
    )
    {
        var path = $"/api/v4/contacts?limit=250&{Ids(contacts.Select(c => c.Value))}";
        var answer = await amo.GetAsync(account, path, AmoWireContext.Default.ContactsWire, cancellationToken);
        return
        [
            .. (answer?.Embedded?.Contacts ?? [])
                .Select(c => new AmoContactFacts(new(c.Id), Text(c.Name), [.. c.Phones.Select(phone => Text(phone)!)]))
                .DistinctBy(c => c.Id),
        ];
    }

    private static AmoDealFacts FactsOf(LeadWire lead)
    {
        var contacts = lead.Embedded?.Contacts ?? [];
        var main = contacts.FirstOrDefault(c => c.IsMain) ?? contacts.FirstOrDefault();
        return new(
            new(lead.Id),
            lead.Price is { } price ? (long)Math.Round(price, MidpointRounding.AwayFromZero) : null,
            lead.ClosedAt is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(lead.ClosedAt.Value) : null,
            Text(lead.Embedded?.LossReasonName),
            main is null ? null : new AmoContactId(main.Id)
        );
    }

    private static string Ids(IEnumerable<long> ids) =>
        string.Join('&', ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"filter[id][]={id}")));

    /// <summary>amoCRM keeps names HTML-escaped; PostgreSQL's text has no NUL.</summary>
    private static string? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : WebUtility.HtmlDecode(text).Replace('\0', '\uFFFD');
}
