using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace AmoCrmQualification.Bench.Truth;

/// <summary>Writes simulated pasts as leads that are old enough to be judged.</summary>
internal static class WorldWriter
{
    private const int DaysSinceTheLast = 20;

    private const string Creatives = """
        WITH world AS (
          INSERT INTO directions (user_account_id, id, name, created_at) VALUES ($1, $2, $2::text, now()) RETURNING id)
        INSERT INTO creatives (user_account_id, id, direction_id, title, created_at)
        SELECT $1, creative, world.id, creative::text, now() FROM unnest($3) AS creative, world
        """;

    private const string Leads = """
        COPY leads (user_account_id, id, source_type, creative_id, amocrm_lead_id, amocrm_push, is_qualified, first_qualified_at, is_deleted,
                    created_at, updated_at) FROM STDIN (FORMAT BINARY)
        """;

    /// <returns>Number of leads.</returns>
    public static async Task<long> WriteAsync(BenchDatabase database, BenchAccount account, IReadOnlyList<World> worlds)
    {
        foreach (var world in worlds)
        {
            await database.ExecuteAsync(
                Creatives,
                BatchCommands.Scalar(account.Id),
                BatchCommands.Scalar(Guid.CreateVersion7()),
                Enumerable.Range(0, world.Creatives).ToList().Column(world.Id)
            );
        }

        // The database is dropped right after, which a vacuum at work on its own would refuse.
        await database.ExecuteAsync("ALTER TABLE leads SET (autovacuum_enabled = off)");
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync(Leads);
        var deal = 0L;
        foreach (
            var lead in worlds.SelectMany(world =>
                world.Leads(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-DaysSinceTheLast))
            )
        )
            await WriteAsync(copy, account, lead, ++deal);
        await copy.CompleteAsync();
        await copy.DisposeAsync();
        await database.ExecuteAsync("VACUUM (ANALYZE) leads");
        return deal;
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, BenchAccount account, WorldLead lead, long deal)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(account.Id);
        await copy.WriteAsync(Guid.CreateVersion7());
        await copy.WriteAsync("website");
        await copy.WriteAsync(lead.Creative);
        await copy.WriteAsync(deal);
        await copy.WriteAsync("not_needed");
        await copy.WriteAsync(lead.IsQualified);
        if (lead.IsQualified)
            await copy.WriteAsync(lead.CreatedAt.AddHours(1), NpgsqlDbType.TimestampTz);
        else
            await copy.WriteNullAsync();
        await copy.WriteAsync(false);
        await copy.WriteAsync(lead.CreatedAt, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(lead.CreatedAt, NpgsqlDbType.TimestampTz);
    }
}
