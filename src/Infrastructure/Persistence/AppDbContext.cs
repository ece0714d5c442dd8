using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Matching;
using AmoCrmQualification.Domain.Pipelines;
using AmoCrmQualification.Domain.Sales;
using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Infrastructure.Persistence;

internal sealed class AppDbContext(DbContextOptions<AppDbContext> options, ICaller caller) : DbContext(options), IAppDbContext
{
    public DbSet<UserAccount> UserAccounts => Set<UserAccount>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<Connection> Connections => Set<Connection>();
    public DbSet<HookHealth> Hooks => Set<HookHealth>();
    public DbSet<Direction> Directions => Set<Direction>();
    public DbSet<Creative> Creatives => Set<Creative>();
    public DbSet<CreativeAd> CreativeAds => Set<CreativeAd>();
    public DbSet<AdSpend> AdSpend => Set<AdSpend>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<PipelineStage> PipelineStages => Set<PipelineStage>();
    public DbSet<StatusHistoryRow> StatusHistory => Set<StatusHistoryRow>();
    public DbSet<Sale> Sales => Set<Sale>();
    public DbSet<LeadMatch> LeadMatches => Set<LeadMatch>();
    public DbSet<DealContact> DealContacts => Set<DealContact>();
    public DbSet<InboxDelivery> WebhookInbox => Set<InboxDelivery>();
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
    public DbSet<SyncRun> SyncRuns => Set<SyncRun>();

    public DbSet<WebhookOutage> WebhookOutages => Set<WebhookOutage>();

    public void ClearChangeTracker() => ChangeTracker.Clear();

    // The tenant filter reads these for each query.
    private bool EveryAccount => caller.MayUseEveryAccount;
    private IReadOnlyList<UserAccountId> Accounts => caller.Accounts;

    // Columns bear the field names of the contract, keys and indexes names that need no quotes.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSnakeCaseNamingConvention();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);

        modelBuilder.Entity<UserAccount>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.Id));
        modelBuilder.Entity<ApiKey>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<Connection>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<HookHealth>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<Direction>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<Creative>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<CreativeAd>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<AdSpend>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<Lead>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<PipelineStage>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<StatusHistoryRow>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<Sale>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<LeadMatch>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<DealContact>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<InboxDelivery>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<WebhookDelivery>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<WebhookOutage>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
        modelBuilder.Entity<SyncRun>().HasQueryFilter(e => EveryAccount || Accounts.Contains(e.UserAccountId));
    }
}
