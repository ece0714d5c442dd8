using AmoCrmQualification.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Sales;

/// <summary>Something to do at amoCRM, written in the transaction that caused it.</summary>
internal sealed class OutboxRow
{
    public UserAccountId UserAccountId { get; private init; }
    public string Kind { get; private init; } = "";

    /// <summary>What it is about: for closings, the deal's id.</summary>
    public string Subject { get; private init; } = "";

    public long Version { get; private init; }
    public DateTimeOffset DueAt { get; private init; }
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
        builder.HasIndex(o => new { o.Kind, o.DueAt }); // what is due
    }
}

/// <summary>Who works on an account's outbox, and until when amoCRM is left alone.</summary>
internal sealed class OutboxLease
{
    public UserAccountId UserAccountId { get; private init; }
    public Guid Holder { get; private init; }
    public DateTimeOffset LeasedUntil { get; private init; }
    public DateTimeOffset RestUntil { get; private init; }
    public int Failures { get; private init; }
}

internal sealed class OutboxLeaseConfiguration : IEntityTypeConfiguration<OutboxLease>
{
    public void Configure(EntityTypeBuilder<OutboxLease> builder)
    {
        builder.ToTable("outbox_leases");
        builder.HasKey(l => l.UserAccountId);
        builder.Property(l => l.Failures).HasDefaultValue(0);
    }
}
