using AmoCrmQualification.Domain.Campaigns;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Campaigns;

internal sealed class DirectionConfiguration : IEntityTypeConfiguration<Direction>
{
    public void Configure(EntityTypeBuilder<Direction> builder)
    {
        builder.ToTable("directions");
        builder.HasKey(d => new { d.UserAccountId, d.Id });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(d => d.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CreativeConfiguration : IEntityTypeConfiguration<Creative>
{
    public void Configure(EntityTypeBuilder<Creative> builder)
    {
        builder.ToTable("creatives");
        builder.Property(c => c.IsArchived).HasDefaultValue(false);
        builder.HasKey(c => new { c.UserAccountId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder
            .HasOne<Direction>()
            .WithMany()
            .HasForeignKey(c => new { c.UserAccountId, c.DirectionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(c => c.Ads)
            .WithOne()
            .HasForeignKey(ad => new { ad.UserAccountId, ad.CreativeId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CreativeAdConfiguration : IEntityTypeConfiguration<CreativeAd>
{
    public void Configure(EntityTypeBuilder<CreativeAd> builder)
    {
        builder.ToTable("creative_ads");
        builder.HasKey(ad => new { ad.UserAccountId, ad.AdId }); // an ad shows one creative
        builder.HasIndex(ad => new { ad.UserAccountId, ad.CreativeId }); // the ads of a creative
    }
}
