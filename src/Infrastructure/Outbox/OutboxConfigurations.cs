using AmoCrmQualification.Application.Outbox;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Outbox;

/// <summary>Something to do at amoCRM, written in the transaction that caused it.</summary>
internal sealed class OutboxRow : ITenantOwned
{
    public UserAccountId UserAccountId { get; private init; }
    public OutboxKind Kind { get; private init; }

    /// <summary>Subject of the work; see <see cref="OutboxKind"/>.</summary>
    public string Subject { get; private init; } = "";

    public long Version { get; private init; }
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>Number of reschedules since it was last enqueued.</summary>
    public int Attempts { get; private init; }

    public string? Traceparent { get; private init; }
}

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(o => new
        {
            o.UserAccountId,
            o.Kind,
            o.Subject,
        }); // asked twice is done once
        builder.Property(o => o.Attempts).HasDefaultValue(0);
        builder.HasIndex(o => o.DueAt); // what is due
    }
}

/// <summary>Lease on an account's outbox, and the pause until its next call.</summary>
internal sealed class OutboxLeaseRow : ITenantOwned
{
    public UserAccountId UserAccountId { get; private init; }
    public Guid Holder { get; private init; }
    public DateTimeOffset LeasedUntil { get; private init; }
    public DateTimeOffset PausedUntil { get; private init; }
    public int Failures { get; private init; }
}

internal sealed class OutboxLeaseConfiguration : IEntityTypeConfiguration<OutboxLeaseRow>
{
    public void Configure(EntityTypeBuilder<OutboxLeaseRow> builder)
    {
        builder.ToTable("outbox_leases");
        builder.HasKey(l => l.UserAccountId);
        builder.Property(l => l.Failures).HasDefaultValue(0);
    }
}
