using AmoCrmQualification.Domain.Campaigns;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Campaigns;

internal sealed class AdSpendConfiguration : IEntityTypeConfiguration<AdSpend>
{
    public void Configure(EntityTypeBuilder<AdSpend> builder)
    {
        builder.ToTable(
            "ad_spend",
            table => table.HasCheckConstraint("ck_ad_spend_of_something", "ad_id IS NOT NULL OR creative_id IS NOT NULL")
        );
        builder.HasKey(s => new { s.UserAccountId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(s => s.UserAccountId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Creative>()
            .WithMany()
            .HasForeignKey(s => new { s.UserAccountId, s.CreativeId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(s => new
            {
                s.UserAccountId,
                s.Date,
                s.AdId,
            })
            .IsUnique()
            .HasFilter("ad_id IS NOT NULL"); // a day of an ad is told once, the last word counts
        builder
            .HasIndex(s => new
            {
                s.UserAccountId,
                s.Date,
                s.CreativeId,
            })
            .IsUnique()
            .HasFilter("ad_id IS NULL"); // and so a day of a creative
        builder.HasIndex(s => new
        {
            s.UserAccountId,
            s.Date,
            s.Id,
        }); // the list, newest first; the spend of a period
    }
}
