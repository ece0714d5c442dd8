using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Leads;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<Lead>
{
    private const string StagesReached = "StagesReached";

    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("leads");
        builder.HasKey(l => new { l.UserAccountId, l.Id });
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.YmUid).HasColumnName("_ym_uid");
        builder.Property(l => l.IsTest).HasDefaultValue(false);
        builder.Property(l => l.AttributionVersion).HasDefaultValue(0);
        builder.Property<long[]?>(StagesReached); // for the figures alone: as the ledger has it in lead_stage_reached
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(l => l.UserAccountId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Direction>()
            .WithMany()
            .HasForeignKey(l => new { l.UserAccountId, l.DirectionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Creative>()
            .WithMany()
            .HasForeignKey(l => new { l.UserAccountId, l.CreativeId })
            .OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(l => l.Id); // the operator names a lead by its id alone
        builder.HasIndex(l => new { l.UserAccountId, l.AmocrmLeadId }).IsUnique().HasFilter("amocrm_lead_id IS NOT NULL"); // a deal belongs to one lead
        builder.HasIndex(l => new { l.UserAccountId, l.IdempotencyKey }).IsUnique().HasFilter("idempotency_key IS NOT NULL"); // a repeated intake cannot make a twin
        builder
            .HasIndex(l => new
            {
                l.UserAccountId,
                l.CreatedAt,
                l.Id,
            })
            .IncludeProperties(
                nameof(Lead.AmocrmLeadId),
                nameof(Lead.IsDeleted),
                nameof(Lead.CreativeId),
                nameof(Lead.DirectionId),
                nameof(Lead.IsQualified),
                nameof(Lead.FirstQualifiedAt),
                nameof(Lead.CurrentPipelineId),
                nameof(Lead.CurrentStatusId),
                nameof(Lead.LostFromStatusId),
                nameof(Lead.IsTest),
                StagesReached
            )
            .HasDatabaseName("ix_leads_figures"); // the list, newest first; and the figures, which read nothing else of a lead
        builder
            .HasIndex(l => new
            {
                l.UserAccountId,
                l.AmocrmPush,
                l.PhoneE164,
            })
            .HasFilter(
                "amocrm_lead_id IS NULL AND phone_e164 IS NOT NULL AND push_requested_at IS NULL AND amocrm_push IN ('not_needed', 'pending')"
            )
            .HasDatabaseName("ix_leads_matchable"); // leads that a deal with their phone may belong to, and whether there are any
        builder
            .HasIndex(
                l => new
                {
                    l.UserAccountId,
                    l.CreatedAt,
                    l.Id,
                },
                "ix_leads_refused"
            )
            .HasDatabaseName("ix_leads_refused")
            .IncludeProperties(l => l.UpdatedAt)
            .HasFilter("amocrm_push = 'failed'"); // leads that amoCRM did not take: the alert, and the list that it opens
        builder
            .HasIndex(l => new
            {
                l.UserAccountId,
                l.CurrentPipelineId,
                l.CurrentStatusId,
            })
            .HasDatabaseName("idx_leads_pipeline_status"); // recalculation when a stage is flagged
        builder.HasIndex(l => new { l.UserAccountId, l.IsQualified }).HasDatabaseName("idx_leads_is_qualified");
        builder
            .HasIndex(l => new
            {
                l.UserAccountId,
                l.CreativeId,
                l.CreatedAt,
                l.Id,
            })
            .HasDatabaseName("ix_leads_creative"); // the list of a creative, newest first; and whether it may be deleted
        builder.HasIndex(l => new { l.UserAccountId, l.AdId }).HasFilter("creative_id IS NULL AND ad_id IS NOT NULL"); // leads that wait for their ad to become known
        builder.HasIndex(l => new { l.UserAccountId, l.UtmContent }).HasFilter("creative_id IS NULL AND utm_content IS NOT NULL");
    }
}
