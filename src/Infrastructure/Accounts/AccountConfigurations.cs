using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Domain.Webhooks;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Accounts;

// The registry of tenants: small tables that stay on one node when the tenants' own tables are distributed.
internal sealed class UserAccountConfiguration : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> builder)
    {
        builder.ToTable("user_accounts");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.IsArchived).HasDefaultValue(false);
        builder.Property(a => a.AdoptDeals).HasDefaultValue(AdoptDeals.All);
        builder.Property(a => a.HorizonDays).HasDefaultValue(UserAccount.FallbackHorizonDays);
        builder.Property(a => a.AdoptPipelines).HasColumnType("bigint[]");
        builder.HasIndex(a => new { a.CreatedAt, a.Id }); // the list, newest first
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(k => new { k.UserAccountId, k.Id });
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => k.KeyHash).IsUnique(); // every request with a key
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(k => k.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConnectionConfiguration : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.ToTable("amocrm_connections");
        builder.HasKey(c => c.UserAccountId);
        builder.Property(c => c.ConnectedBy).HasDefaultValue(ConnectionMeans.LongLivedToken);
        builder.HasIndex(c => c.AmocrmAccountId).IsUnique(); // one amoCRM account is connected once
        builder.HasOne<UserAccount>().WithOne().HasForeignKey<Connection>(c => c.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class HookHealthConfiguration : IEntityTypeConfiguration<HookHealth>
{
    public void Configure(EntityTypeBuilder<HookHealth> builder)
    {
        builder.ToTable("amocrm_hooks");
        builder.HasKey(h => h.UserAccountId);
        builder.HasOne<UserAccount>().WithOne().HasForeignKey<HookHealth>(h => h.UserAccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
