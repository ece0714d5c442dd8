using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Attribution;

internal sealed class LeadMarkConfiguration : IEntityTypeConfiguration<LeadMark>
{
    public void Configure(EntityTypeBuilder<LeadMark> builder)
    {
        builder.ToTable("lead_marks"); // the ledger alone writes it, in sets
        builder.HasKey(m => new
        {
            m.UserAccountId,
            m.AmocrmLeadId,
            m.Code,
            m.Source,
            m.Field,
            m.Value,
        }); // reports of one value at several times are one mark; a deal's marks are read by it
    }
}

internal sealed class CreativeMarkConfiguration : IEntityTypeConfiguration<CreativeMark>
{
    public void Configure(EntityTypeBuilder<CreativeMark> builder)
    {
        builder.ToTable("creative_marks");
        builder.Ignore(m => m.Key);
        builder.HasKey(m => new
        {
            m.UserAccountId,
            m.FoldedValue,
            m.Code,
        }); // a mark names one creative; found by its value
        builder.HasIndex(m => new { m.UserAccountId, m.CreativeId }); // the marks of a creative
    }
}

internal sealed class AttributionSettingsConfiguration : IEntityTypeConfiguration<AttributionSettings>
{
    public void Configure(EntityTypeBuilder<AttributionSettings> builder)
    {
        builder.ToTable("attribution_settings");
        builder.HasKey(s => new { s.UserAccountId, s.Version });
        builder
            .Property(s => s.Fields)
            .HasColumnType("jsonb")
            .HasConversion(
                fields => StoredJson.Format(fields),
                json => StoredJson.Parse<IReadOnlyList<MappedField>>(json),
                new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<IReadOnlyList<MappedField>>(
                    (a, b) => a!.SequenceEqual(b!),
                    fields => fields.Count,
                    fields => fields
                )
            );
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(s => s.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
