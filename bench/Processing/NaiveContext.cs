using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Bench.Processing;

internal sealed class NaiveContext(DbContextOptions<NaiveContext> options) : DbContext(options)
{
    public DbSet<NaiveInboxRow> Inbox => Set<NaiveInboxRow>();
    public DbSet<NaiveDelivery> Deliveries => Set<NaiveDelivery>();
    public DbSet<NaiveLead> Leads => Set<NaiveLead>();
    public DbSet<NaiveDeal> Deals => Set<NaiveDeal>();
    public DbSet<NaiveStage> Stages => Set<NaiveStage>();
    public DbSet<NaiveStep> Steps => Set<NaiveStep>();
    public DbSet<NaiveReached> Reached => Set<NaiveReached>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<NaiveInboxRow>().ToTable("webhook_inbox").HasKey(r => new { r.UserAccountId, r.Id });
        var deliveries = modelBuilder.Entity<NaiveDelivery>().ToTable("webhook_deliveries");
        deliveries.HasKey(r => new { r.UserAccountId, r.Id });
        deliveries.Property(r => r.Events).HasColumnType("jsonb");
        modelBuilder.Entity<NaiveLead>().ToTable("leads").HasKey(r => new { r.UserAccountId, r.Id });
        modelBuilder.Entity<NaiveDeal>().ToTable("amocrm_deals").HasKey(r => new { r.UserAccountId, r.AmocrmLeadId });
        modelBuilder.Entity<NaiveStage>().ToTable("amocrm_pipeline_stages").HasKey(r => r.Id);
        var steps = modelBuilder.Entity<NaiveStep>().ToTable("amocrm_lead_status_history");
        steps.HasKey(r => new
        {
            r.UserAccountId,
            r.AmocrmLeadId,
            r.ChangedAt,
            r.ToPipelineId,
            r.ToStatusId,
        });
        steps.Property(r => r.WebhookData).HasColumnType("jsonb");
        modelBuilder
            .Entity<NaiveReached>()
            .ToTable("lead_stage_reached")
            .HasKey(r => new
            {
                r.UserAccountId,
                r.AmocrmLeadId,
                r.PipelineId,
                r.StatusId,
            });
    }
}
