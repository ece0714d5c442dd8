using AmoCrmQualification.Application.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Rollups;

internal sealed class RollupDifferencesConfiguration : IEntityTypeConfiguration<RollupDifferences>
{
    public void Configure(EntityTypeBuilder<RollupDifferences> builder)
    {
        builder.ToTable("rollup_differences");
        builder.HasKey(d => d.UserAccountId);
    }
}

internal sealed class CohortDayConfiguration : IEntityTypeConfiguration<CohortDayRow>
{
    public void Configure(EntityTypeBuilder<CohortDayRow> builder)
    {
        builder.ToTable("cohort_days");
        builder.HasKey(d => new
        {
            d.UserAccountId,
            d.Day,
            d.CreativeId,
            d.DirectionId,
            d.Currency,
        });
    }
}

internal sealed class CohortSettingsConfiguration : IEntityTypeConfiguration<CohortSettings>
{
    public void Configure(EntityTypeBuilder<CohortSettings> builder)
    {
        builder.ToTable("cohort_settings");
        builder.HasKey(s => s.UserAccountId);
    }
}

internal sealed class StaleDayConfiguration : IEntityTypeConfiguration<StaleDay>
{
    public void Configure(EntityTypeBuilder<StaleDay> builder)
    {
        builder.ToTable("stale_days");
        builder.HasKey(d => new
        {
            d.UserAccountId,
            d.UtcDay,
            d.Id,
        });
    }
}
