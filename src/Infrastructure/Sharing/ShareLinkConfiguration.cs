using AmoCrmQualification.Domain.Sharing;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Sharing;

internal sealed class ShareLinkConfiguration : IEntityTypeConfiguration<ShareLink>
{
    public void Configure(EntityTypeBuilder<ShareLink> builder)
    {
        builder.ToTable("share_links");
        builder.HasKey(l => new { l.UserAccountId, l.Id });
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.TokenHash).IsUnique(); // every request with a link's token
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(l => l.UserAccountId).OnDelete(DeleteBehavior.Cascade);
        builder
            .Property(l => l.Filter)
            .HasColumnType("jsonb")
            .HasConversion(filter => StoredJson.Format(filter), json => StoredJson.Parse<ShareFilter>(json));
    }
}
