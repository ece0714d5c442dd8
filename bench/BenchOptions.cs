using System.Globalization;
using AmoCrmQualification.Bench.Reconciliation;

namespace AmoCrmQualification.Bench;

internal enum Topic
{
    Start,
    Ingest,
    Memory,
    Reconciliation,
    Backfill,
    Stats,
    Figures,
    Processing,
    Adoption,
    Truth,
}

/// <summary>Sizes of a measurement: those of the design, or small ones that only show that everything still runs.</summary>
internal sealed record BenchOptions(
    IReadOnlySet<Topic> Topics,
    int Rounds,
    TimeSpan LoadTime,
    TimeSpan WarmUp,
    int Leads,
    int QueuedEvents,
    int EntityFrameworkEvents,
    int StatsCalls,
    TimeSpan ProcessingTime,
    int ReconciledAccounts,
    int DealsOfAnAccount,
    int PacedDeals,
    int BackfilledDeals,
    int AdoptedEvents,
    int TruthWorlds,
    int WorldsOverHttp
)
{
    public const int Accounts = 50;
    public const int Connections = 64;
    public const int PgBenchClients = 32;

    public const string Usage =
        "./dev bench [--quick] [--truth | --only start|ingest|memory|reconciliation|backfill|stats|figures|processing|adoption|truth]";

    private static readonly BenchOptions Full = new(
        Enum.GetValues<Topic>().ToHashSet(),
        Rounds: 3,
        LoadTime: TimeSpan.FromSeconds(5),
        WarmUp: TimeSpan.FromSeconds(2),
        Leads: 1_000_000,
        QueuedEvents: 100_000,
        EntityFrameworkEvents: 1_000,
        StatsCalls: 15,
        ProcessingTime: TimeSpan.FromMinutes(4), // no round begins after it
        ReconciledAccounts: 100,
        DealsOfAnAccount: 1_000,
        PacedDeals: 5_000,
        BackfilledDeals: 20_000,
        AdoptedEvents: 20_000,
        TruthWorlds: 1_000,
        WorldsOverHttp: 200
    );

    private static readonly BenchOptions Quick = Full with
    {
        LoadTime = TimeSpan.FromSeconds(2),
        WarmUp = TimeSpan.FromSeconds(1),
        Leads = 50_000,
        QueuedEvents = 10_000,
        EntityFrameworkEvents = 300,
        StatsCalls = 5,
        ProcessingTime = TimeSpan.FromSeconds(40),
        ReconciledAccounts = 10,
        DealsOfAnAccount = 200,
        PacedDeals = 500,
        BackfilledDeals = 2_000,
        AdoptedEvents = 5_000,
        TruthWorlds = 50,
        WorldsOverHttp = 20,
    };

    public bool NeedsLeads => Topics.Overlaps([Topic.Stats, Topic.Processing, Topic.Adoption]);

    public bool NeedsLoad => Topics.Contains(Topic.Ingest) || Topics.Contains(Topic.Memory);

    /// <summary>The reconciliation has accounts of its own.</summary>
    public bool NeedsAccounts => NeedsLoad || NeedsLeads;

    /// <summary>Null when the arguments are not understood.</summary>
    public static BenchOptions? Read(string[] arguments)
    {
        var options = arguments.Contains("--quick") ? Quick : Full;
        var rest = arguments.Where(a => a != "--quick").ToArray();
        return rest switch
        {
            [] => options,
            ["--truth"] => options with { Topics = new HashSet<Topic> { Topic.Truth } },
            ["--only", var word] when Enum.TryParse<Topic>(word, ignoreCase: true, out var topic) => options with
            {
                Topics = new HashSet<Topic> { topic },
            },
            _ => null,
        };
    }

    /// <summary>Conditions of a topic's measurement.</summary>
    public string Describe(Topic topic) =>
        topic switch
        {
            Topic.Start => Said($"Medians of {Rounds} starts; the schema is up to date. {TakingTurns}"),
            Topic.Ingest or Topic.Memory => Said(
                $"Medians of {Rounds} rounds, loads of {LoadTime.TotalSeconds:0} s. {TakingTurns}"
            ),
            Topic.Reconciliation => Said($"Once, {ReconciledAccounts:N0} accounts × {DealsOfAnAccount:N0} linked deals."),
            Topic.Backfill => Said(
                $"Once each, one account, its deals of a year with {SimulatedCrm.MovesOfADeal} moves each on average, a contact and marks. At a raised pace a call has a seventh of the time that it has at amoCRM's, so that ratio is the harder one."
            ),
            Topic.Stats => Said($"Medians of {StatsCalls} calls; {Leads:N0} leads in {Accounts} accounts. {TakingTurns}"),
            Topic.Figures => Said(
                $"Medians of {StatsCalls} calls; {Leads:N0} leads in {Accounts} accounts, ten steps of history each on average."
            ),
            Topic.Processing => Said(
                $"Medians of up to {Rounds} rounds (as many as the time allows); {Leads:N0} leads in {Accounts} accounts, their marks and creatives known as after earlier webhooks; {QueuedEvents:N0} queued deliveries. {TakingTurns}"
            ),
            Topic.Adoption => Said(
                $"Medians of {Rounds} rounds, 1 worker; {Leads:N0} leads in {Accounts} accounts, {AdoptedEvents:N0} queued deliveries. {TakingTurns}"
            ),
            Topic.Truth => Said(
                $"Shares of {TruthWorlds:N0} simulated pasts with fixed seeds (five times as many of 45 % against four of 30 %), 10 leads a creative and day, looked at daily; with 95 % intervals. The other side is corrected for the number of creatives, not of looks."
            ),
        };

    private const string TakingTurns = "The sides of a comparison take turns in each round.";

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
