using AmoCrmQualification.Domain.Branding;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Branding;

/// <summary>The look of the installation, of which there is one.</summary>
internal sealed class BrandRow
{
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;
    public string Name { get; set; } = "";
    public string Color { get; set; } = "";
    public byte[]? Logo { get; set; }
    public string? LogoType { get; set; }
    public Guid? LogoVersion { get; set; }

    public Brand ToBrand() => new(Name, Color, Logo is null ? null : new(Logo, LogoType!, LogoVersion!.Value));
}

internal sealed class BrandConfiguration : IEntityTypeConfiguration<BrandRow>
{
    public void Configure(EntityTypeBuilder<BrandRow> builder)
    {
        builder.ToTable("branding");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
    }
}
