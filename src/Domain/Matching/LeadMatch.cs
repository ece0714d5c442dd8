using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Domain.Matching;

public readonly record struct LeadMatchId(Guid Value) : ITypedId<Guid>
{
    public static LeadMatchId New() => new(Guid.CreateVersion7());

    public static bool operator <(LeadMatchId a, LeadMatchId b) => a.Value < b.Value;

    public static bool operator >(LeadMatchId a, LeadMatchId b) => a.Value > b.Value;
}

public enum LeadMatchState
{
    Pending,
    Linked,
    Ignored,
}

/// <summary>A deal whose phone several leads have: a person says whose it is.</summary>
public sealed class LeadMatch : ITenantOwned
{
    private LeadMatch() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public LeadMatchId Id { get; private init; }
    public DealId AmocrmLeadId { get; private init; }

    /// <summary>Null when a person with this phone was erased and no other lead has it.</summary>
    public string? PhoneE164 { get; private set; }

    public LeadMatchState State { get; private set; }
    public LeadId? LeadId { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public static LeadMatch Create(DealKey deal, string phone, DateTimeOffset now) =>
        new()
        {
            UserAccountId = deal.Account,
            Id = LeadMatchId.New(),
            AmocrmLeadId = deal.Deal,
            PhoneE164 = phone,
            CreatedAt = now,
        };

    public void Link(LeadId lead, DateTimeOffset now)
    {
        Decide(LeadMatchState.Linked, now);
        LeadId = lead;
    }

    public void Ignore(DateTimeOffset now) => Decide(LeadMatchState.Ignored, now);

    public void ForgetPerson() => PhoneE164 = null;

    private void Decide(LeadMatchState state, DateTimeOffset now)
    {
        if (State != LeadMatchState.Pending)
            throw new DomainException(Refusal.Conflict(Reasons.MatchAlreadyDecided, "This is decided already."));
        (State, DecidedAt) = (state, now);
    }
}
