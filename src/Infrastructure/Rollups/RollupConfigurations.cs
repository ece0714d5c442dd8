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
