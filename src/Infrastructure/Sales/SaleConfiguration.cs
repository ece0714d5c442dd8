using AmoCrmQualification.Domain.Sales;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Sales;

internal sealed class SaleConfiguration : IEntityTypeConfiguration<Sale>
{
    public void Configure(EntityTypeBuilder<Sale> builder)
    {
        builder.ToTable("sales");
        builder.HasKey(s => new { s.UserAccountId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.UserAccountId, s.AmocrmDealId }).IsUnique(); // one sale per deal, ever
        builder.HasIndex(s => new { s.UserAccountId, s.LeadId });
        builder.HasIndex(s => new
        {
            s.UserAccountId,
            s.CreatedAt,
            s.Id,
        }); // the list, newest first
    }
}
