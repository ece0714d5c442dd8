using AmoCrmQualification.Sandbox.Hooks;

namespace AmoCrmQualification.Sandbox.World;

/// <summary>One simulated amoCRM account: everything it holds, and what a person can do in it.</summary>
public sealed class CrmAccount
{
    private volatile CrmSwitches _switches;

    internal CrmAccount(NewAccount plan, CrmWorld world)
    {
        World = world;
        Id = plan.Id ?? world.Ids.Account();
        Subdomain = plan.Subdomain ?? $"sandbox{Id}";
        Name = plan.Name ?? Subdomain;
        Country = plan.Country;
        Currency = plan.Currency;
        TimeZone = plan.TimeZone;
        Domain = plan.Domain;
        AdminId = world.Ids.Small();
        CreatedAt = world.Now;
        _switches = plan.Switches ?? world.Options.Switches;
        LongLivedToken = world.Tokens.IssueLongLived(Id, plan.LongLivedToken);

        Fields = new CrmFields(world.Ids);
        DealFields = new CrmDealFields(this);
        Users = new CrmUsers(this);
        LossReasons = new CrmLossReasons(this);
        Pipelines = new CrmPipelines(this);
        Contacts = new CrmContacts(this);
        Leads = new CrmLeads(this);
        Unsorted = new CrmUnsorted(this);
        Webhooks = new CrmWebhooks(this);
        Deliveries = new DeliveryPump(this);
        Trail = new ChangeTrail(this);
    }

    public long Id { get; }
    public string Subdomain { get; private set; }
    public string Domain { get; }
    public string Name { get; }
    public string Country { get; }
    public string Currency { get; }
    public string TimeZone { get; }
    public long AdminId { get; }
    public long CreatedAt { get; }

    /// <summary>The token the account was born with; more are issued and revoked through the server's control.</summary>
    public string LongLivedToken { get; }

    public CrmSwitches Switches
    {
        get => _switches;
        set => _switches = value;
    }

    public CrmPipelines Pipelines { get; }
    public CrmDealFields DealFields { get; }
    public CrmLeads Leads { get; }
    public CrmContacts Contacts { get; }
    public CrmUnsorted Unsorted { get; }
    public CrmUsers Users { get; }
    public CrmLossReasons LossReasons { get; }
    public CrmWebhooks Webhooks { get; }
    public DeliveryPump Deliveries { get; }
    public CrmEvents Events { get; } = new();

    public string Host => $"{Subdomain}.{Domain}";

    internal Lock Gate { get; } = new();
    internal CrmWorld World { get; }
    internal CrmFields Fields { get; }
    internal ChangeTrail Trail { get; }

    public void Rename(string subdomain) => Subdomain = subdomain;

    /// <summary>Many deals of the past at once, silently.</summary>
    public GeneratedSummary Generate(GeneratePlan plan)
    {
        lock (Gate)
            return Generator.Run(plan, this);
    }

    /// <summary>Forgets deals, contacts and journal; pipelines, tokens and webhooks stay.</summary>
    public void Clear()
    {
        lock (Gate)
        {
            Leads.Clear();
            Contacts.Clear();
            Unsorted.Clear();
            Events.Clear();
        }
    }
}

public sealed record NewAccount
{
    public long? Id { get; init; }
    public string? Subdomain { get; init; }
    public string? Name { get; init; }
    public string Domain { get; init; } = "amocrm.ru";
    public string Country { get; init; } = "RU";
    public string Currency { get; init; } = "RUB";
    public string TimeZone { get; init; } = "Europe/Moscow";
    public string? LongLivedToken { get; init; }
    public CrmSwitches? Switches { get; init; }
}
