using AmoCrmQualification.Application.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Runs;

internal sealed class SyncRunConfiguration : IEntityTypeConfiguration<SyncRun>
{
    public void Configure(EntityTypeBuilder<SyncRun> builder)
    {
        builder.ToTable("sync_runs");
        builder.HasKey(r => new { r.UserAccountId, r.Id });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Done).HasDefaultValue(0);
        builder.Property(r => r.Changed).HasDefaultValue(0);
        builder.Property(r => r.Skipped).HasDefaultValue(0);
        builder.Property(r => r.Attempts).HasDefaultValue(0);
        builder.Property(r => r.Cursor).HasColumnType("jsonb");
        builder.HasIndex(r => new { r.UserAccountId, r.Kind }).IsUnique().HasFilter("state = 'running' AND started_at IS NULL"); // one waits, however often it is asked for
        builder.HasIndex(r => r.DueAt).HasFilter("state = 'running'"); // what is due
        builder.HasIndex(r => new
        {
            r.UserAccountId,
            r.DueAt,
            r.Id,
        }); // the list, newest first
    }
}
