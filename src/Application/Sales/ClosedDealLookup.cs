using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Sales;

namespace AmoCrmQualification.Application.Sales;

/// <summary>Asks amoCRM about closed deals: price, closing time, loss reason, and the phone of the main contact.</summary>
internal sealed class ClosedDealLookup(IAmoDeals amo, IPhoneNumbers phones)
{
    public async Task<ClosedDeals> LookUpAsync(
        UserAccount account,
        IReadOnlyCollection<DealId> deals,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (facts, unread) = await amo.GetDealsAsync(account.Id, deals, cancellationToken);
            var contactIds = facts.Where(f => f.MainContact is not null).Select(f => f.MainContact!.Value).Distinct().ToList();
            var contacts = contactIds.Count == 0 ? [] : await amo.GetContactsAsync(account.Id, contactIds, cancellationToken);
            return new(
                facts.ToDictionary(f => f.Id),
                contacts.ToDictionary(c => c.Id),
                PhoneReader(account.DefaultCountry),
                unread
            );
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.Permanent)
        {
            // amoCRM will never say more (an unpaid account, missing rights): what the webhooks told has to do.
            return ClosedDeals.NothingTold;
        }
    }

    private Func<IReadOnlyList<string>, string?> PhoneReader(string country) =>
        typed => typed.Select(phone => phones.ToE164(phone, country)).FirstOrDefault(e164 => e164 is not null);
}

/// <summary>Closed deals of amoCRM, completed by stored data.</summary>
/// <param name="Unread">Deals that amoCRM fails to show now.</param>
internal sealed record ClosedDeals(
    IReadOnlyDictionary<DealId, AmoDealFacts> Deals,
    IReadOnlyDictionary<AmoContactId, AmoContactFacts> Contacts,
    Func<IReadOnlyList<string>, string?> ReadPhone,
    IReadOnlySet<DealId> Unread
)
{
    public static readonly ClosedDeals NothingTold = new(
        new Dictionary<DealId, AmoDealFacts>(),
        new Dictionary<AmoContactId, AmoContactFacts>(),
        _ => null,
        new HashSet<DealId>()
    );

    public DealFacts FactsOf(Deal deal, Lead lead, string? currency)
    {
        var told = Deals.GetValueOrDefault(deal.Key.Deal);
        var contact = told?.MainContact is { } id ? Contacts.GetValueOrDefault(id) : null;
        var phone = contact is null
            ? null
            : ReadPhone(contact.Phones) ?? contact.Phones.FirstOrDefault(typed => !Lead.IsAddress(typed));
        var forgotten = lead.ErasedAt is not null;
        return new(
            told?.Price ?? deal.Price?.Price,
            currency,
            told?.ClosedAt,
            told?.LossReason,
            forgotten ? null : phone ?? lead.BestPhone,
            forgotten ? null : contact?.Name ?? lead.Name
        );
    }
}
