using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Domain.Matching;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Matching;

internal sealed class LeadMatchConfiguration : IEntityTypeConfiguration<LeadMatch>
{
    public void Configure(EntityTypeBuilder<LeadMatch> builder)
    {
        builder.ToTable("lead_matches");
        builder.HasKey(m => new { m.UserAccountId, m.Id });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.Id); // a match is named by its id alone
        builder.HasIndex(m => new { m.UserAccountId, m.AmocrmLeadId }).IsUnique(); // a deal is decided once
        builder
            .HasIndex(m => new
            {
                m.UserAccountId,
                m.CreatedAt,
                m.Id,
            })
            .HasFilter("state = 'pending'"); // the list of what waits for a person, newest first
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(m => m.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DealContactConfiguration : IEntityTypeConfiguration<DealContact>
{
    public void Configure(EntityTypeBuilder<DealContact> builder)
    {
        builder.ToTable("amocrm_deal_contacts");
        builder.HasKey(c => new
        {
            c.UserAccountId,
            c.AmocrmLeadId,
            c.PhoneE164,
        }); // a deal's phones, each once
        builder.HasIndex(c => new { c.UserAccountId, c.PhoneE164 }); // a lead that comes in finds its deal; an erased person is found
    }
}
