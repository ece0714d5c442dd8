using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Ledger;

// Tables of the ledger. PostgresLedger alone writes them, in sets, so they have no foreign keys to check row by row.
internal abstract class ObservationConfiguration<TRow> : IEntityTypeConfiguration<TRow>
    where TRow : ObservationRow
{
    protected abstract string Table { get; }

    protected abstract string Key { get; }

    public virtual void Configure(EntityTypeBuilder<TRow> builder)
    {
        builder.ToTable(Table);
        builder
            .HasKey(o => new
            {
                o.UserAccountId,
                o.AmocrmLeadId,
                o.ChangedAt,
                o.ToPipelineId,
                o.ToStatusId,
            })
            .HasName(Key); // an observation is stored once; a deal's are read by it
        builder.Property(o => o.WebhookData).HasColumnType("jsonb");
        builder.Property(o => o.SeenInEvents).HasDefaultValue(false);
    }
}

internal sealed class StatusHistoryConfiguration : ObservationConfiguration<StatusHistoryRow>
{
    protected override string Table => "amocrm_lead_status_history";

    protected override string Key => "idx_amocrm_history_lead";

    public override void Configure(EntityTypeBuilder<StatusHistoryRow> builder)
    {
        base.Configure(builder);
        builder.HasIndex(h => new { h.UserAccountId, h.ChangedAt }).HasFilter("seen_in_events OR source = 'poll'"); // completeness
    }
}

/// <summary>An observation that made no step of the history.</summary>
internal sealed class DuplicateObservation : ObservationRow;

internal sealed class DuplicateObservationConfiguration : ObservationConfiguration<DuplicateObservation>
{
    protected override string Table => "amocrm_stage_sightings";

    protected override string Key => "pk_amocrm_stage_sightings";

    public override void Configure(EntityTypeBuilder<DuplicateObservation> builder)
    {
        base.Configure(builder);
        builder.HasIndex(s => s.ReceivedAt).HasFilter("NOT seen_in_events"); // they are dropped by age
        builder.HasIndex(s => new { s.UserAccountId, s.ChangedAt }).HasFilter("seen_in_events"); // completeness
    }
}

internal sealed class StageReachedConfiguration : IEntityTypeConfiguration<StageReachedRow>
{
    public void Configure(EntityTypeBuilder<StageReachedRow> builder)
    {
        builder.ToTable("lead_stage_reached");
        builder.HasKey(r => new
        {
            r.UserAccountId,
            r.AmocrmLeadId,
            r.PipelineId,
            r.StatusId,
        }); // the key includes both times, by migration FigureIndexes: funnels read nothing else
        builder
            .HasIndex(r => new
            {
                r.UserAccountId,
                r.PipelineId,
                r.StatusId,
            })
            .IncludeProperties(r => new { r.AmocrmLeadId, r.FirstEnteredAt }); // who ever entered a stage, when it is flagged
    }
}

internal sealed class DealConfiguration : IEntityTypeConfiguration<DealRow>
{
    public void Configure(EntityTypeBuilder<DealRow> builder)
    {
        builder.ToTable("amocrm_deals").HasStorageParameter("fillfactor", 85); // each move updates it, and no index has what it updates
        builder.HasKey(d => new { d.UserAccountId, d.AmocrmLeadId });
        builder.Property(d => d.Deletions).HasColumnType("jsonb");
        builder.Property(d => d.IsConfirmed).HasDefaultValue(false);
        builder.Property<long[]?>("VisitStages"); // for the figures alone: the history as numbers of its stages,
        builder.Property<long[]?>("VisitStarts"); // and the seconds at which each was entered
        builder
            .HasIndex(d => new
            {
                d.UserAccountId,
                d.FirstSeenAt,
                d.AmocrmLeadId,
            })
            .HasFilter("contacts_read_at IS NULL")
            .HasDatabaseName("ix_amocrm_deals_unread"); // the newest that nobody has been asked about
    }
}
