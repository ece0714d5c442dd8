using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoDeals(AmoBatches batches) : IAmoDeals
{
    public async Task<AmoDealsRead> GetDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        CancellationToken cancellationToken
    )
    {
        var read = await batches.ReadDealsAsync(account, "contacts,loss_reason", deals, Facts, cancellationToken);
        return new([.. read.Rows.DistinctBy(f => f.Id)], read.Unread.Select(id => new DealId(id)).ToHashSet());
    }

    public async Task<IReadOnlyList<AmoContactFacts>> GetContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoContactId> contacts,
        CancellationToken cancellationToken
    )
    {
        var read = await batches.ReadContactsAsync(account, with: null, contacts, Facts, cancellationToken);
        return [.. read.Rows.DistinctBy(c => c.Id)];
    }

    private static AmoDealFacts? Facts(LeadWire lead, JsonElement row)
    {
        if (lead.Id is not { } id)
            return null;
        var contacts = (lead.Embedded?.Contacts ?? []).Where(c => c.Id is not null).ToList();
        var main = contacts.Find(c => c.IsMain is true) ?? contacts.FirstOrDefault();
        return new(
            new(id),
            AmoMoney.Whole(lead.Price),
            AmoTime.From(lead.ClosedAt),
            AmoText.From(lead.Embedded?.LossReason?.FirstOrDefault()?.Name),
            main is null ? null : new AmoContactId(main.Id!.Value)
        );
    }

    private static AmoContactFacts? Facts(ContactWire contact, JsonElement row) =>
        contact.Id is { } id
            ? new(new(id), AmoText.From(contact.Name), [.. contact.Phones.Select(AmoText.From).OfType<string>()])
            : null;
}
