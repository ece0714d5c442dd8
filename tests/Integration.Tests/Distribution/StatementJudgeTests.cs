using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Distribution;

/// <summary>That <see cref="StatementCheck"/> would find what Citus refuses, or asks of all machines.</summary>
internal sealed class StatementJudgeTests : ApiTest
{
    private const string OfAccount = "UPDATE leads l SET updated_at = now() WHERE l.user_account_id = $1";

    private static readonly (string Statement, string? Fault)[] s_cases =
    [
        ("SELECT id FROM leads WHERE user_account_id = $1", null),
        ("SELECT id FROM leads WHERE user_account_id = $1 ORDER BY id FOR UPDATE", null),
        ("SELECT 1 FROM outbox o JOIN amocrm_connections c USING (user_account_id) WHERE user_account_id <> $1", null),
        (OfAccount, null),
        ("SELECT id FROM leads WHERE id = $1", "asks several accounts"),
        ("SELECT id FROM leads WHERE user_account_id = ANY ($2)", "asks several accounts"),
        ("SELECT 1 FROM unnest($2) AS a JOIN leads l ON l.user_account_id = a", "asks several accounts"),
        ("SELECT 1 FROM unnest($2) AS a JOIN leads l ON l.user_account_id = a FOR UPDATE OF l", "locks rows of several accounts"),
        (
            "SELECT (SELECT max(s.created_at) FROM sales s WHERE s.user_account_id = l.user_account_id OFFSET 0) FROM leads l WHERE l.user_account_id = $1",
            "asks several accounts"
        ),
        ("SELECT 1 FROM leads l JOIN outbox o USING (user_account_id) WHERE user_account_id = $1", "touches outbox and leads"),
        (
            """
            INSERT INTO ad_names AS n (user_account_id, ad_id, name) VALUES ($1, 'x', 'y')
            ON CONFLICT (user_account_id, ad_id) DO UPDATE SET name = now()::text
            """,
            "sets what depends on settings or the clock"
        ),
        (
            "UPDATE leads l SET stages_reached = s.r::bigint[] FROM (SELECT '{1}' AS r) s WHERE l.user_account_id = $1",
            "sets what depends on settings or the clock"
        ),
        (
            "UPDATE leads SET updated_at = CASE WHEN is_test THEN now() ELSE updated_at END WHERE user_account_id = $1",
            "sets what depends on settings or the clock"
        ),
        (
            """
            WITH over AS (DELETE FROM webhook_outages WHERE user_account_id = $1)
            INSERT INTO rollup_differences SELECT a.id, now(), 1 FROM user_accounts a
            """,
            "changes two tables beside user_accounts"
        ),
        ("SELECT 1 FROM no_such_table", "cannot be planned (relation \"no_such_table\" does not exist)"),
    ];

    [Test]
    public async Task Statements_are_judged_by_how_many_machines_they_would_ask()
    {
        await using var twin = await TwinDatabase.CreateAsync(Service);
        StatementJudge judge = new(twin, ["outbox", "webhook_outages", "rollup_differences"]);
        await using NpgsqlConnection connection = new(twin.ConnectionString);
        await connection.OpenAsync();
        NpgsqlParameter[] parameters =
        [
            new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() },
            new NpgsqlParameter<Guid[]> { TypedValue = [Guid.CreateVersion7()] },
        ];

        foreach (var (statement, fault) in s_cases)
        {
            var asked = parameters[..(statement.Contains("$2", StringComparison.Ordinal) ? 2 : 1)];
            var found = await judge.JudgeAsync(connection, statement, asked);
            Assert.That(found.SingleOrDefault(), fault is null ? Is.Null : Does.StartWith(fault + ":"), statement);
        }
    }
}
