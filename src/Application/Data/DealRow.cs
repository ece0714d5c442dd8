using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Data;

/// <summary>A deal ever reported, matched or not: the row that the ledger locks.</summary>
public sealed class DealRow : ITenantOwned
{
    private DealRow() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public DealId AmocrmLeadId { get; private init; }
    public long? Price { get; private init; }
    public DateTimeOffset? PriceChangedAt { get; private init; }
    public DateTimeOffset? PriceReceivedAt { get; private init; }

    /// <summary>Times of its deletion and restoration, and the bodies that told them; null for nearly all.</summary>
    public string? Deletions { get; private init; }

    public DateTimeOffset FirstSeenAt { get; private init; }

    /// <summary>amoCRM itself showed it, in a webhook or an answer; its journal alone does not.</summary>
    public bool IsConfirmed { get; private init; }

    /// <summary>Creation, as amoCRM shows it.</summary>
    public DateTimeOffset? CreatedAt { get; private init; }

    public AmoUserId? ResponsibleUserId { get; private init; }
    public DateTimeOffset? ResponsibleChangedAt { get; private init; }

    /// <summary>The lead that its tag names.</summary>
    public LeadId? TaggedLeadId { get; private init; }

    /// <summary>Time at which amoCRM was last asked whose deal it is; null for deals of our leads, and for those without a phone.</summary>
    public DateTimeOffset? ContactsReadAt { get; private init; }

    /// <summary>Creation by amoCRM's events: all its events since then are known.</summary>
    public DateTimeOffset? AddedAt { get; private init; }

    /// <summary>Time at which it was first compared as a lead's deal and its own events were known.</summary>
    public DateTimeOffset? EventsReadAt { get; private init; }
}
