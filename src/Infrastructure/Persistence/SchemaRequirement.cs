using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>A migration that a build must know to serve this database. A contracting migration adds one; see docs/adr/0016.</summary>
internal sealed class SchemaRequirement
{
    public string MigrationId { get; private init; } = "";
}

internal sealed class SchemaRequirementConfiguration : IEntityTypeConfiguration<SchemaRequirement>
{
    public void Configure(EntityTypeBuilder<SchemaRequirement> builder)
    {
        builder.ToTable("schema_requirements");
        builder.HasKey(r => r.MigrationId);
    }
}
