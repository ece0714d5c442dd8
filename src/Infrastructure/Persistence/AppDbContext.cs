using System.Linq.Expressions;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Domain.Digests;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Matching;
using AmoCrmQualification.Domain.Pipelines;
using AmoCrmQualification.Domain.Sales;
using AmoCrmQualification.Domain.Sharing;
using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Infrastructure.Persistence;

internal sealed class AppDbContext(DbContextOptions<AppDbContext> options, ICaller caller) : DbContext(options), IAppDbContext
{
    public DbSet<UserAccount> UserAccounts => Set<UserAccount>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<ShareLink> ShareLinks => Set<ShareLink>();
    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<DigestMessage> DigestMessages => Set<DigestMessage>();
    public DbSet<AlertNotice> AlertNotices => Set<AlertNotice>();
    public DbSet<Connection> Connections => Set<Connection>();
    public DbSet<HookHealth> Hooks => Set<HookHealth>();
    public DbSet<Direction> Directions => Set<Direction>();
    public DbSet<Creative> Creatives => Set<Creative>();
    public DbSet<CreativeAd> CreativeAds => Set<CreativeAd>();
    public DbSet<AdSpend> AdSpend => Set<AdSpend>();
    public DbSet<AdName> AdNames => Set<AdName>();
    public DbSet<AdFileMapping> AdFileMappings => Set<AdFileMapping>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<DealRow> Deals => Set<DealRow>();
    public DbSet<LeadMark> LeadMarks => Set<LeadMark>();
    public DbSet<CreativeMark> CreativeMarks => Set<CreativeMark>();
    public DbSet<AttributionSettings> AttributionSettings => Set<AttributionSettings>();
    public DbSet<PipelineStage> PipelineStages => Set<PipelineStage>();
    public DbSet<StatusHistoryRow> StatusHistory => Set<StatusHistoryRow>();
    public DbSet<StageReachedRow> StagesReached => Set<StageReachedRow>();
    public DbSet<Sale> Sales => Set<Sale>();
    public DbSet<LeadMatch> LeadMatches => Set<LeadMatch>();
    public DbSet<DealContact> DealContacts => Set<DealContact>();
    public DbSet<InboxDelivery> WebhookInbox => Set<InboxDelivery>();
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
    public DbSet<SyncRun> SyncRuns => Set<SyncRun>();
    public DbSet<RollupDifferences> RollupDifferences => Set<RollupDifferences>();

    public DbSet<WebhookOutage> WebhookOutages => Set<WebhookOutage>();

    public void ClearChangeTracker() => ChangeTracker.Clear();

    // The tenant filter reads these for each query.
    private bool EveryAccount => caller.MayUseEveryAccount;
    private IReadOnlyList<UserAccountId> Accounts => caller.Accounts;

    public static Expression<Func<AppDbContext, UserAccount, bool>> OfCaller =>
        (context, account) => context.EveryAccount || context.Accounts.Contains(account.Id);

    public static Expression<Func<AppDbContext, ITenantOwned, bool>> OwnedByCaller =>
        (context, row) => context.EveryAccount || context.Accounts.Contains(row.UserAccountId);

    // Columns bear the field names of the contract, keys and indexes names that need no quotes.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSnakeCaseNamingConvention();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
}
