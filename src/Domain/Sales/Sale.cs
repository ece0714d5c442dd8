using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Domain.Sales;

public readonly record struct SaleId(Guid Value) : ITypedId<Guid>
{
    public static SaleId New() => new(Guid.CreateVersion7());

    public static bool operator <(SaleId a, SaleId b) => a.Value < b.Value;

    public static bool operator >(SaleId a, SaleId b) => a.Value > b.Value;
}

/// <summary>Sale of a closed deal. One per deal, ever.</summary>
public sealed class Sale : ITenantOwned
{
    private Sale() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public SaleId Id { get; private init; }
    public LeadId LeadId { get; private init; }
    public DealId AmocrmDealId { get; private init; }
    public AmoPipelineId AmocrmPipelineId { get; private set; }
    public AmoStatusId AmocrmStatusId { get; private set; }
    public string? ClientPhone { get; private set; }
    public string? ClientName { get; private set; }

    /// <summary>Whole units of <see cref="Currency"/>.</summary>
    public long? Amount { get; private set; }

    public string? Currency { get; private set; }
    public SaleStatus Status { get; private set; }
    public string? LossReason { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Sale Create(DealKey deal, LeadId lead, DateTimeOffset now) =>
        new()
        {
            UserAccountId = deal.Account,
            Id = SaleId.New(),
            LeadId = lead,
            AmocrmDealId = deal.Deal,
            CreatedAt = now,
        };

    /// <summary>Writes down how the deal was closed, with what amoCRM says of it.</summary>
    public void Record(DealOutcome outcome, DealFacts facts, DateTimeOffset now)
    {
        (AmocrmPipelineId, AmocrmStatusId, Status) = (outcome.Stage.Pipeline, outcome.Stage.Status, outcome.Status);
        (ClientPhone, ClientName) = (facts.ClientPhone, facts.ClientName);
        (Amount, Currency) = (facts.Price, facts.Currency);
        LossReason = outcome.Status == SaleStatus.Lost ? facts.LossReason : null;
        ClosedAt = facts.ClosedAt ?? outcome.At;
        UpdatedAt = now;
    }

    public void ForgetPerson(DateTimeOffset now)
    {
        (ClientPhone, ClientName) = (null, null);
        UpdatedAt = now;
    }
}

/// <summary>Details of a closed deal beside its stage. Price in whole units of the account's currency.</summary>
public sealed record DealFacts(
    long? Price,
    string? Currency,
    DateTimeOffset? ClosedAt,
    string? LossReason,
    string? ClientPhone,
    string? ClientName
);
