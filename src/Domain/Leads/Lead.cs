using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Leads;

public readonly record struct LeadId(Guid Value) : ITypedId<Guid>
{
    public static LeadId New() => new(Guid.CreateVersion7());

    // Lists are paged by (created_at, id); both operators are translated to SQL.
    public static bool operator <(LeadId a, LeadId b) => a.Value < b.Value;

    public static bool operator >(LeadId a, LeadId b) => a.Value > b.Value;
}

public enum LeadSource
{
    Website,
    Whatsapp,
    Manual,

    /// <summary>Made of a deal that came to amoCRM another way.</summary>
    Crm,
}

/// <summary>Push state of a lead without a deal.</summary>
public enum AmoPush
{
    NotNeeded,
    Pending,
    Sent,
    Failed,
}

/// <summary>The marks an ad platform leaves on a visit.</summary>
public sealed record Utm(string? Source, string? Medium, string? Campaign, string? Term, string? Content);

/// <summary>The main contact of a deal.</summary>
public sealed record DealPerson(AmoContactId? Contact, string? Name, string? Phone, string? PhoneE164, string? Email);

/// <summary>The ids that ad platforms and counters give to a click or a visitor.</summary>
public sealed record ClickIds(string? Gclid, string? Yclid, string? Fbclid, string? YmUid)
{
    public static readonly ClickIds None = new(null, null, null, null);
}

/// <summary>Phone of the person, as they typed it and as it can be compared.</summary>
public sealed record LeadContact(string? Name, string? Phone, string? PhoneE164, string? ChatId, string? Email, string? Message);

/// <summary>
/// A person who answered an advertisement. Where its deal stands is written by the ledger alone, in SQL, from the
/// deal's history; nothing here changes it. How it gets its deal is in <c>LeadLinking.cs</c>.
/// </summary>
public sealed partial class Lead : ITenantOwned
{
    private Lead() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public LeadId Id { get; private init; }
    public LeadSource SourceType { get; private init; }
    public string? Name { get; private set; }
    public string? Phone { get; private set; }
    public string? PhoneE164 { get; private set; }
    public string? Email { get; private set; }
    public string? ChatId { get; private set; }
    public string? Message { get; private set; }
    public DirectionId? DirectionId { get; private set; }
    public CreativeId? CreativeId { get; private set; }
    public string? AdId { get; private set; }
    public string? UtmSource { get; private set; }
    public string? UtmMedium { get; private set; }
    public string? UtmCampaign { get; private set; }
    public string? UtmTerm { get; private set; }
    public string? UtmContent { get; private set; }
    public string? Gclid { get; private set; }
    public string? Yclid { get; private set; }
    public string? Fbclid { get; private set; }
    public string? YmUid { get; private set; }
    public DealId? AmocrmLeadId { get; private set; }
    public AmoContactId? AmocrmContactId { get; private set; }
    public AmoPush AmocrmPush { get; private set; }

    /// <summary>Time since which amoCRM may have an unreported deal for it. Null: a deal was never requested.</summary>
    public DateTimeOffset? PushRequestedAt { get; private set; }

    /// <summary>Why amoCRM refused it, in amoCRM's words for programs.</summary>
    public string? PushError { get; private set; }
    public AmoPipelineId? CurrentPipelineId { get; private init; }
    public AmoStatusId? CurrentStatusId { get; private init; }

    /// <summary>Only of a lead whose deal is lost now: where in the pipeline it was before.</summary>
    public AmoStatusId? LostFromStatusId { get; private init; }
    public bool IsQualified { get; private init; }
    public DateTimeOffset? FirstQualifiedAt { get; private init; }
    public bool IsDeleted { get; private init; }
    public DateTimeOffset? ErasedAt { get; private set; }
    public string? IdempotencyKey { get; private init; }

    /// <summary>Null when the person was erased; the key is kept, so that a repeated request restores no person.</summary>
    public byte[]? IdempotencyHash { get; private set; }

    /// <summary>A person says that it is no lead: it is in no figure.</summary>
    public bool IsTest { get; private set; }

    /// <summary>Why it belongs to its creative, see <c>AttributionRule</c>; null before anything was decided.</summary>
    public string? AttributionRule { get; private set; }

    /// <summary>The mark that decided it.</summary>
    public string? AttributionCode { get; private set; }

    public string? AttributionValue { get; private set; }
    public string? AttributionAdId { get; private init; }
    public DateTimeOffset? AttributedAt { get; private init; }

    /// <summary>The settings of attribution that rule it: those when it came, until newer ones are applied.</summary>
    public int AttributionVersion { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Lead Create(LeadIntake intake, DateTimeOffset now) =>
        new()
        {
            UserAccountId = intake.Account,
            Id = LeadId.New(),
            SourceType = intake.Source,
            Name = intake.Contact.Name,
            Phone = intake.Contact.Phone,
            PhoneE164 = intake.Contact.PhoneE164,
            Email = intake.Contact.Email,
            ChatId = intake.Contact.ChatId,
            Message = intake.Contact.Message,
            DirectionId = intake.Direction,
            CreativeId = intake.Creative,
            AdId = intake.AdId,
            UtmSource = intake.Utm.Source,
            UtmMedium = intake.Utm.Medium,
            UtmCampaign = intake.Utm.Campaign,
            UtmTerm = intake.Utm.Term,
            UtmContent = intake.Utm.Content,
            Gclid = intake.Clicks.Gclid,
            Yclid = intake.Clicks.Yclid,
            Fbclid = intake.Clicks.Fbclid,
            YmUid = intake.Clicks.YmUid,
            AttributionVersion = intake.AttributionVersion,
            AttributionRule = intake.Creative is null ? null : Attribution.AttributionRule.Given,
            AmocrmLeadId = intake.Deal,
            AmocrmPush = intake is { Deal: null, Push: true } ? AmoPush.Pending : AmoPush.NotNeeded,
            IdempotencyKey = intake.Idempotency?.Key,
            IdempotencyHash = intake.Idempotency?.BodyHash,
            CreatedAt = intake.CreatedAt ?? now,
            UpdatedAt = now,
        };

    /// <summary>The person behind a deal that was made elsewhere, as its main contact tells it.</summary>
    public void SetPerson(DealPerson person, DateTimeOffset now)
    {
        if (SourceType != LeadSource.Crm || ErasedAt is not null)
            return;
        var known = new DealPerson(AmocrmContactId, Name, Phone, PhoneE164, Email);
        if (known == person)
            return;
        (AmocrmContactId, Name, Phone, PhoneE164, Email) = person;
        UpdatedAt = now;
    }

    /// <summary>Takes it out of every figure, or back.</summary>
    public void MarkAsTest(bool isTest, DateTimeOffset now)
    {
        if (IsTest == isTest)
            return;
        (IsTest, UpdatedAt) = (isTest, now);
    }

    /// <summary>Forgets the person; what was counted stays counted.</summary>
    public void Erase(DateTimeOffset now)
    {
        (Name, Phone, PhoneE164, Email, ChatId, Message) = (null, null, null, null, null, null);
        (AdId, UtmSource, UtmMedium, UtmCampaign, UtmTerm, UtmContent) = (null, null, null, null, null, null);
        (Gclid, Yclid, Fbclid, YmUid, AttributionCode, AttributionValue) = (null, null, null, null, null, null);
        IdempotencyHash = null; // of a body that can be guessed: a phone has ten digits
        (ErasedAt, UpdatedAt) = (now, now);
        // A deal that may be at amoCRM already is still looked for, as it counts.
        if (AmocrmPush == AmoPush.Pending && PushRequestedAt is null)
            AmocrmPush = AmoPush.NotNeeded;
    }
}

/// <summary>A caller's promise that a repeated request means the same lead.</summary>
public sealed record Idempotency(string Key, byte[] BodyHash);

/// <summary>All that is known of a lead when it comes in.</summary>
/// <param name="Push">Whether it is to be sent to amoCRM when it has no deal yet.</param>
public sealed record LeadIntake(
    UserAccountId Account,
    LeadSource Source,
    LeadContact Contact,
    DirectionId? Direction,
    CreativeId? Creative,
    string? AdId,
    Utm Utm,
    DealId? Deal,
    bool Push,
    DateTimeOffset? CreatedAt,
    Idempotency? Idempotency
)
{
    public ClickIds Clicks { get; init; } = ClickIds.None;

    /// <summary>The newest settings of attribution; zero before the first.</summary>
    public int AttributionVersion { get; init; }
}
