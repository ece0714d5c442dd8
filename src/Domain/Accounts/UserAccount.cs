namespace AmoCrmQualification.Domain.Accounts;

public readonly record struct UserAccountId(Guid Value) : ITypedId<Guid>
{
    public static UserAccountId New() => new(Guid.CreateVersion7());

    public static bool operator <(UserAccountId a, UserAccountId b) => a.Value < b.Value;

    public static bool operator >(UserAccountId a, UserAccountId b) => a.Value > b.Value;
}

/// <summary>The id amoCRM gives one of its accounts.</summary>
/// <summary>A client of the agency: the tenant every other thing belongs to.</summary>
public sealed class UserAccount
{
    public const string FallbackCountry = "RU";
    public const string FallbackTimeZone = "UTC";
    public const int FallbackHorizonDays = 14;
    public const int LongestHorizonDays = 90;
    private const int LongestUnknownTimeZone = 64;

    /// <summary>Time for which the former webhook secret stays valid after a rotation, unless it is revoked.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    private UserAccount() { } // EF Core

    public UserAccountId Id { get; private init; }
    public string Name { get; private set; } = "";
    public AmoDomain? AmocrmDomain { get; private set; }

    /// <summary>The amoCRM account its deals come from; it outlives a disconnection.</summary>
    public AmoAccountId? AmocrmAccountId { get; private set; }

    public string? Currency { get; private set; }
    public string TimeZone { get; private set; } = FallbackTimeZone;

    /// <summary>Unknown time zone as amoCRM reports it; null once a known one is set or reported.</summary>
    public string? UnknownTimeZone { get; private set; }

    public string DefaultCountry { get; private set; } = FallbackCountry;

    /// <summary>True if leads without a deal are sent to amoCRM.</summary>
    public bool PushLeads { get; private set; }

    /// <summary>Choice of the deals made elsewhere that count as leads.</summary>
    public AdoptDeals AdoptDeals { get; private set; }

    /// <summary>The earliest day on which a deal that counts was made; null when all do.</summary>
    public DateOnly? AdoptFrom { get; private set; }

    /// <summary>Pipelines whose deals count; null when all do.</summary>
    public IReadOnlyList<long>? AdoptPipelines { get; private set; }

    /// <summary>Days a lead has to qualify before it is judged.</summary>
    public int HorizonDays { get; private set; } = FallbackHorizonDays;

    public AmoPipelineId? PushPipelineId { get; private set; }
    public AmoStatusId? PushStatusId { get; private set; }
    public AmoUserId? PushResponsibleUserId { get; private set; }

    /// <summary>Where its leads go at amoCRM, unless their direction says otherwise.</summary>
    public PushTarget PushTarget => new(PushPipelineId, PushStatusId, PushResponsibleUserId);

    /// <summary>Encrypted. Signs the address amoCRM delivers webhooks to.</summary>
    public string WebhookSecret { get; private set; } = "";

    public string? FormerWebhookSecret { get; private set; }
    public DateTimeOffset? FormerWebhookSecretUntil { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>No longer worked for: nothing is scheduled for it and lists leave it out, but what amoCRM tells is kept.</summary>
    public bool IsArchived { get; private set; }

    public static UserAccount Open(string name, string encryptedWebhookSecret, DateTimeOffset now) =>
        new()
        {
            Id = UserAccountId.New(),
            Name = name,
            WebhookSecret = encryptedWebhookSecret,
            PushLeads = true,
            CreatedAt = now,
        };

    /// <summary>Changes what is given; null leaves as it is.</summary>
    public void Change(AccountDetails details)
    {
        Name = details.Name ?? Name;
        Currency = details.Currency ?? Currency;
        if (details.TimeZone is { } zone)
            (TimeZone, UnknownTimeZone) = (zone, null);
        DefaultCountry = details.DefaultCountry ?? DefaultCountry;
        PushLeads = details.PushLeads ?? PushLeads;
        HorizonDays = details.HorizonDays ?? HorizonDays;
    }

    /// <summary>
    /// Sets which deals count as leads: null for the choice leaves it, null for a limit takes it away. Returns true when
    /// that differs from before.
    /// </summary>
    public bool SetAdoption(AdoptDeals? deals, DateOnly? from, IReadOnlyList<long>? pipelines)
    {
        var (formerChoice, formerPipelines) = ((AdoptDeals, AdoptFrom), AdoptPipelines);
        (AdoptDeals, AdoptFrom) = (deals ?? AdoptDeals, from);
        AdoptPipelines = pipelines is null ? null : [.. pipelines.Distinct().Order()];
        return formerChoice != (AdoptDeals, AdoptFrom)
            || (formerPipelines is null) != (AdoptPipelines is null)
            || !(formerPipelines ?? []).SequenceEqual(AdoptPipelines ?? []);
    }

    public void Archive() => IsArchived = true;

    public void Restore() => IsArchived = false;

    /// <summary>Its days stay those of the zone it had, UTC at first.</summary>
    public void NoteUnknownTimeZone(string told) =>
        UnknownTimeZone = new([.. told.Where(c => !char.IsControl(c)).Take(LongestUnknownTimeZone)]);

    public void PushTo(PushTarget target) =>
        (PushPipelineId, PushStatusId, PushResponsibleUserId) = (target.Pipeline, target.Status, target.ResponsibleUser);

    public void SetDomain(AmoDomain domain) => AmocrmDomain = domain;

    /// <summary>Ties the client to an amoCRM account. Deals of one amoCRM account are never mixed with those of another.</summary>
    public void ConnectTo(AmoAccountId amoAccount, AmoDomain domain, bool hasDeals)
    {
        if (hasDeals && AmocrmAccountId is { } known && known != amoAccount)
            throw new DomainException(
                Refusal.Conflict(Reasons.AmoCrmAccountDiffers, "The deals of this account come from another amoCRM account.")
            );

        AmocrmAccountId = amoAccount;
        AmocrmDomain = domain;
    }

    public void RotateWebhookSecret(string encrypted, bool revokeFormer, DateTimeOffset now)
    {
        FormerWebhookSecret = revokeFormer ? null : WebhookSecret;
        FormerWebhookSecretUntil = revokeFormer ? null : now + SecretOverlap;
        WebhookSecret = encrypted;
    }
}

/// <summary>Changes of an account; null changes nothing.</summary>
public sealed record AccountDetails(
    string? Name,
    string? Currency,
    string? TimeZone,
    string? DefaultCountry,
    bool? PushLeads,
    int? HorizonDays = null
)
{
    public static readonly AccountDetails Nothing = new(null, null, null, null, null);
}
