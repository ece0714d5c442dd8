using AmoCrmQualification.Domain.Webhooks;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Alerts;

internal sealed class WebhookOutageConfiguration : IEntityTypeConfiguration<WebhookOutage>
{
    public void Configure(EntityTypeBuilder<WebhookOutage> builder)
    {
        builder.ToTable("webhook_outages");
        builder.HasKey(o => o.UserAccountId);
    }
}

/// <summary>Number of deliveries per account and hour (UTC).</summary>
internal sealed class DeliveryHour : ITenantOwned
{
    public UserAccountId UserAccountId { get; private init; }
    public DateTimeOffset Hour { get; private init; }
    public long Deliveries { get; private init; }
}

internal sealed class DeliveryHourConfiguration : IEntityTypeConfiguration<DeliveryHour>
{
    public void Configure(EntityTypeBuilder<DeliveryHour> builder)
    {
        builder.ToTable("delivery_hours");
        builder.HasKey(h => new { h.UserAccountId, h.Hour });
        builder.HasIndex(h => h.Hour); // the last counted hour, and forgetting by age
    }
}
