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
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AmoCrmQualification.Application.Data;

/// <summary>The database, as far as the caller may see it: every set is filtered to the caller's accounts.</summary>
public interface IAppDbContext
{
    DbSet<UserAccount> UserAccounts { get; }
    DbSet<ApiKey> ApiKeys { get; }
    DbSet<ShareLink> ShareLinks { get; }
    DbSet<Digest> Digests { get; }
    DbSet<DigestMessage> DigestMessages { get; }
    DbSet<AlertNotice> AlertNotices { get; }
    DbSet<Connection> Connections { get; }
    DbSet<HookHealth> Hooks { get; }
    DbSet<Direction> Directions { get; }
    DbSet<Creative> Creatives { get; }
    DbSet<CreativeAd> CreativeAds { get; }
    DbSet<AdSpend> AdSpend { get; }
    DbSet<AdName> AdNames { get; }
    DbSet<AdFileMapping> AdFileMappings { get; }
    DbSet<Lead> Leads { get; }
    DbSet<DealRow> Deals { get; }
    DbSet<LeadMark> LeadMarks { get; }
    DbSet<CreativeMark> CreativeMarks { get; }
    DbSet<AttributionSettings> AttributionSettings { get; }
    DbSet<PipelineStage> PipelineStages { get; }
    DbSet<StatusHistoryRow> StatusHistory { get; }
    DbSet<StageReachedRow> StagesReached { get; }
    DbSet<Sale> Sales { get; }
    DbSet<LeadMatch> LeadMatches { get; }
    DbSet<DealContact> DealContacts { get; }
    DbSet<InboxDelivery> WebhookInbox { get; }
    DbSet<WebhookDelivery> WebhookDeliveries { get; }
    DbSet<WebhookOutage> WebhookOutages { get; }
    DbSet<SyncRun> SyncRuns { get; }
    DbSet<RollupDifferences> RollupDifferences { get; }
    DatabaseFacade Database { get; }

    /// <summary>Clears loaded entities, as after taking a lock, so that the next read is fresh.</summary>
    void ClearChangeTracker();

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
