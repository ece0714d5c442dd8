using AmoCrmQualification.Domain.Digests;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Digests;

internal sealed class DigestConfiguration : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> builder)
    {
        builder.ToTable("digests");
        builder.HasKey(d => new { d.UserAccountId, d.Id });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.NextAt).IsConcurrencyToken(); // a period is planned once
        builder
            .Property(d => d.Told)
            .HasColumnType("jsonb")
            .HasConversion(told => StoredJson.Format(told), json => StoredJson.Parse<ToldDecisions>(json));
        builder.HasIndex(d => d.NextAt).HasFilter("pause IS NULL AND recipient IS NOT NULL"); // what is due
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(d => d.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DigestMessageConfiguration : IEntityTypeConfiguration<DigestMessage>
{
    public void Configure(EntityTypeBuilder<DigestMessage> builder)
    {
        builder.ToTable("digest_messages");
        builder.HasKey(m => new { m.UserAccountId, m.Id });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder
            .HasOne<Digest>()
            .WithMany()
            .HasForeignKey(m => new { m.UserAccountId, m.DigestId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(m => new
            {
                m.UserAccountId,
                m.DigestId,
                m.Day,
            })
            .IsUnique(); // a period is told once
        builder.HasIndex(m => new
        {
            m.UserAccountId,
            m.DigestId,
            m.CreatedAt,
        }); // the last message of a digest
        builder.HasIndex(m => m.DueAt).HasFilter("state = 'pending'"); // what is to be sent
    }
}

internal sealed class AlertNoticeConfiguration : IEntityTypeConfiguration<AlertNotice>
{
    public void Configure(EntityTypeBuilder<AlertNotice> builder)
    {
        builder.ToTable("alert_notices");
        builder.HasKey(n => n.UserAccountId);
        builder.Property(n => n.ToldAt).IsConcurrencyToken(); // one message, whichever replica writes it
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(n => n.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
