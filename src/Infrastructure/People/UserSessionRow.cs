using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.People;

/// <summary>A signed-in browser.</summary>
internal sealed class UserSessionRow
{
    /// <summary>SHA-256 of the key in the cookie.</summary>
    public byte[] KeyHash { get; private init; } = [];

    public Guid UserId { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
}

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSessionRow>
{
    public void Configure(EntityTypeBuilder<UserSessionRow> builder)
    {
        builder.ToTable("user_sessions");
        builder.HasKey(s => s.KeyHash);
        builder.HasIndex(s => s.UserId); // a user's sessions end together
        builder.HasIndex(s => s.ExpiresAt); // old ones are swept
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
