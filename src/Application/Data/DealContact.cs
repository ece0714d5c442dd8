using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Data;

/// <summary>A phone by which a deal without a lead can be recognised when its lead comes in.</summary>
public sealed class DealContact : ITenantOwned
{
    private DealContact() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public DealId AmocrmLeadId { get; private init; }
    public string PhoneE164 { get; private init; } = "";
    public AmoContactId AmocrmContactId { get; private init; }

    internal static DealContact From(DealKey deal, string phone, AmoContactId contact) =>
        new()
        {
            UserAccountId = deal.Account,
            AmocrmLeadId = deal.Deal,
            PhoneE164 = phone,
            AmocrmContactId = contact,
        };
}
