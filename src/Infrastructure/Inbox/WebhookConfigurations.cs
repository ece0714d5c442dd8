using AmoCrmQualification.Application.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Inbox;

internal sealed class InboxDeliveryConfiguration : IEntityTypeConfiguration<InboxDelivery>
{
    public void Configure(EntityTypeBuilder<InboxDelivery> builder)
    {
        builder.ToTable("webhook_inbox");
        builder.HasKey(d => new { d.UserAccountId, d.Id });
        builder.Property(d => d.Attempts).HasDefaultValue(0);
        builder.Property(d => d.IsSuspect).HasDefaultValue(false);
        builder.Property(d => d.IsDead).HasDefaultValue(false);
        builder.Property(d => d.EarlierOutcome).HasColumnType("jsonb");
        builder
            .HasIndex(d => new
            {
                d.Shard,
                d.IsSuspect,
                d.DueAt,
            })
            .HasFilter("NOT is_dead"); // what is due in a shard
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        // Partitioned by day over the id, which is made of the time of arrival: see the migration and DeliveryPartitions.
        builder.ToTable("webhook_deliveries");
        builder.HasKey(d => new { d.UserAccountId, d.Id });
        builder.Property(d => d.Events).HasColumnType("jsonb");
        builder.Property(d => d.Replays).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
    }
}

/// <summary>The deliveries a worker has begun with. A row that is left while the shard is free is of a worker that died.</summary>
internal sealed class WebhookClaim
{
    public int Shard { get; private init; }
    public Guid[] DeliveryIds { get; private init; } = [];

    /// <summary>A claim of before the server's last start was left by the server's end, not by the worker's.</summary>
    public DateTimeOffset ServerStartedAt { get; private init; }
}

internal sealed class WebhookClaimConfiguration : IEntityTypeConfiguration<WebhookClaim>
{
    public void Configure(EntityTypeBuilder<WebhookClaim> builder)
    {
        builder.ToTable("webhook_claims").IsUnlogged(); // void once the server has gone down, so nobody waits for it to be on disk
        builder.HasKey(c => c.Shard);
        builder.Property(c => c.Shard).ValueGeneratedNever();
        builder.Property(c => c.ServerStartedAt).HasDefaultValueSql("pg_postmaster_start_time()");
    }
}
