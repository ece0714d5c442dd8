using AmoCrmQualification.Domain.Pipelines;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Pipelines;

internal sealed class PipelineStageConfiguration : IEntityTypeConfiguration<PipelineStage>
{
    public void Configure(EntityTypeBuilder<PipelineStage> builder)
    {
        builder.ToTable("amocrm_pipeline_stages");
        builder.HasKey(s => new { s.UserAccountId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Stage);
        builder
            .HasIndex(s => new
            {
                s.UserAccountId,
                s.PipelineId,
                s.StatusId,
            })
            .IsUnique()
            .HasDatabaseName("idx_amocrm_stages_user");
        builder.HasIndex(s => s.Id); // the operator names a stage by its id alone
    }
}
