using AmoCrmQualification.Domain.Campaigns;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Campaigns;

internal sealed class AdNameConfiguration : IEntityTypeConfiguration<AdName>
{
    public void Configure(EntityTypeBuilder<AdName> builder)
    {
        builder.ToTable("ad_names");
        builder.HasKey(n => new { n.UserAccountId, n.AdId }); // the last name counts
        builder.HasIndex(n => new { n.UserAccountId, n.Name }); // the ads of a name in a file without ids
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(n => n.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AdFileMappingConfiguration : IEntityTypeConfiguration<AdFileMapping>
{
    public void Configure(EntityTypeBuilder<AdFileMapping> builder)
    {
        builder.ToTable("ad_file_mappings");
        builder.HasKey(m => new { m.UserAccountId, m.Headings });
        builder.Property(m => m.Columns).HasColumnType("jsonb");
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(m => m.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
