using AmoCrmQualification.Application.Data;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Distribution;

/// <summary>
/// Holds it true without Citus that each statement of this run would be taken by it, and would run on one machine; see docs/adr/0025.
/// Done when all tests have ended, it makes the run fail.
/// </summary>
internal static class StatementCheck
{
    private const string LocalTables = """
        SELECT relname::text FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relispartition AND relname <> 'user_accounts'
        """;

    /// <summary>What stands in statements that may ask several accounts, or tables of both kinds, with the reason. Citus takes them.</summary>
    private static readonly IReadOnlyList<(string Part, string Reason)> s_exceptions =
    [
        (SeveralAccounts.Mark, "says why itself"),
        ("WITH done AS (", "a delivery moves from the queue to the log"),
        ("WITH again AS (", "a delivery moves from the log to the queue"),
        ("WITH asked AS (", "a look-up is queued where a lead of the account waits: one account, and nothing is joined"),
        ("DELETE FROM amocrm_stage_sightings s\n", "retention, at night, of all accounts"),
        ("DELETE FROM webhook_deliveries_other", "retention, at night, of all accounts"),
        ("INSERT INTO delivery_hours", "counts the last hours of all accounts"),
        ("count(*) FILTER (WHERE first_source = 'webhook') / nullif", "a gauge of all accounts, every ten minutes"),
        ("FROM amocrm_lead_status_history h GROUP BY 1, 2) c", "a migration, which came before tables were spread"),
    ];

    public static async Task DoAsync(Service service)
    {
        await using var twin = await TwinDatabase.CreateAsync(service);
        var local = (await Sql.RowsAsync(twin.ConnectionString, LocalTables)).Select(row => (string)row[0]).ToList();
        StatementJudge judge = new(twin, local);
        await using NpgsqlConnection connection = new(twin.ConnectionString);
        await connection.OpenAsync();
        List<string> faults = [];
        foreach (var (text, parameters) in StatementLog.Statements)
            if (!s_exceptions.Any(known => text.Contains(known.Part, StringComparison.Ordinal)))
                faults.AddRange(await judge.JudgeAsync(connection, text, parameters));
        if (faults.Count > 0)
            throw new InvalidOperationException(
                $"{faults.Count} statements are not for Citus:\n{string.Join('\n', faults.Order(StringComparer.Ordinal))}"
            );
    }
}
