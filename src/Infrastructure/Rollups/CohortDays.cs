using System.Diagnostics;

namespace AmoCrmQualification.Infrastructure.Rollups;

/// <summary>
/// Counts days of leads anew after they changed. Whoever reads them reads changed days from the leads until then, so that when this
/// happens matters to nobody's figures, only to how fast they are.
/// </summary>
public sealed class CohortDays(NpgsqlDataSource database)
{
    private const string Name = "cohort days";
    private const int Space = 7008;
    private const int Patience = 3600; // seconds: all days of an account may be counted

    // It may take a twentieth of the time, but for small accounts.
    private const int Rest = 19;
    private static readonly TimeSpan s_shortestRest = TimeSpan.FromSeconds(15);

    private const string Due = """
        /* several accounts: those whose days are to be counted */
        SELECT DISTINCT d.user_account_id FROM stale_days d
        LEFT JOIN cohort_settings s ON s.user_account_id = d.user_account_id
        WHERE s.rests_until IS NULL OR s.rests_until <= now()
        """;

    // Where no trigger tells what changes, nothing is stored.
    private const string MayStore =
        "SELECT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'leads'::regclass AND tgname = 'stale_days_update')";
    private const string Zone = "SELECT time_zone FROM user_accounts WHERE id = $1";

    // Changes that are not committed yet are not among them: they bring days of their own.
    private const string TakeStale = "DELETE FROM stale_days WHERE user_account_id = $1 RETURNING utc_day";

    private const string HasSettings = $"""
        SELECT EXISTS (SELECT FROM cohort_settings c WHERE c.user_account_id = $1 AND c.time_zone = $2 AND c.stages = {CohortDaySql.Stages})
        """;

    private const string Begin = $"""
        INSERT INTO cohort_settings (user_account_id, time_zone, stages, rests_until) SELECT $1, $2, {CohortDaySql.Stages}, now()
        ON CONFLICT (user_account_id) DO UPDATE SET time_zone = excluded.time_zone, stages = excluded.stages
        """;

    private const string DropAll = "DELETE FROM cohort_days WHERE user_account_id = $1";
    private const string Drop = "DELETE FROM cohort_days WHERE user_account_id = $1 AND day = ANY ($2)";
    private const string RestUntil = "UPDATE cohort_settings SET rests_until = clock_timestamp() + $2 WHERE user_account_id = $1";
    private const string Forget = "DELETE FROM cohort_settings WHERE user_account_id = $1";

    private static readonly string s_count = $"""
        INSERT INTO cohort_days (user_account_id, {CohortDaySql.Columns})
        WITH day AS {AccountDays.Rows}, {CohortDaySql.CountingStages} SELECT $1, {CohortDaySql.Columns} FROM ({CohortDaySql.Count}) AS counted
        """;

    // Days that are stale are not read, so they may differ.
    private static readonly string s_differing = $"""
        WITH day AS {AccountDays.Rows}, {CohortDaySql.CountingStages},
        fresh AS (SELECT day FROM day WHERE {CohortDaySql.IsFresh}),
        computed AS (SELECT {CohortDaySql.Columns} FROM ({CohortDaySql.Count}) AS counted WHERE day IN (SELECT day FROM fresh)),
        kept AS (SELECT {CohortDaySql.Columns} FROM cohort_days WHERE user_account_id = $1 AND day IN (SELECT day FROM fresh))
        SELECT format('%s creative %s', day, creative_id), k::text, c::text
        FROM kept k FULL JOIN computed c USING (day, creative_id, direction_id, currency)
        WHERE k::text IS DISTINCT FROM c::text ORDER BY 1
        """;

    /// <summary>Accounts that have changed days, and have rested.</summary>
    public async Task<IReadOnlyList<UserAccountId>> DueAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Command(Due);
        return await command.ListAsync(row => new UserAccountId(row.GetGuid(0)), cancellationToken);
    }

    /// <summary>
    /// Counts the changed days of an account; all of them after its stages or its time zone changed.
    /// </summary>
    public async Task CountAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await connection.ScalarAsync<bool>(MayStore, [], cancellationToken))
            return;
        await connection.DoAsync(PostgresLocks.LockAccount, [Key(account), BatchCommands.Scalar(Space)], cancellationToken);
        var stale = await connection.ListAsync(
            TakeStale,
            [Key(account)],
            row => row.GetFieldValue<DateOnly>(0),
            cancellationToken
        );
        var all = await DaysAsync(connection, account, cancellationToken);
        var days = await PrepareAsync(connection, account, all, stale.ToHashSet(), cancellationToken);
        await using var count = new NpgsqlBatch(connection) { Timeout = Patience };
        count.Add(s_count, [Key(account), .. days.Parameters]);
        await count.ExecuteNonQueryAsync(cancellationToken);
        var rest = clock.Elapsed * Rest;
        NpgsqlParameter[] rests = [Key(account), BatchCommands.Scalar(rest > s_shortestRest ? rest : s_shortestRest)];
        await connection.DoAsync(RestUntil, rests, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Finds the days that are not what their leads say: none, unless a change of a lead was missed.</summary>
    internal async Task<IReadOnlyList<RollupDifference>> VerifyAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var all = await DaysAsync(connection, account, cancellationToken);
        await using var command = database.Command(s_differing, [Key(account), .. all.Parameters]);
        command.CommandTimeout = Patience;
        return await command.ListAsync(
            row => new RollupDifference(account, Name, row.GetString(0), TextOf(row, 1), TextOf(row, 2)),
            cancellationToken
        );
    }

    /// <summary>All days are read from the leads until they are counted again.</summary>
    internal static Task ForgetAsync(NpgsqlConnection connection, UserAccountId account, CancellationToken cancellationToken) =>
        connection.DoAsync(Forget, [Key(account)], cancellationToken);

    /// <summary>Makes room for the days that are to be counted, and returns them.</summary>
    private static async Task<AccountDays> PrepareAsync(
        NpgsqlConnection connection,
        UserAccountId account,
        AccountDays all,
        HashSet<DateOnly> stale,
        CancellationToken cancellationToken
    )
    {
        NpgsqlParameter[] settings = [Key(account), BatchCommands.Scalar(all.Zone.Id)];
        if (await connection.ScalarAsync<bool>(HasSettings, settings, cancellationToken))
        {
            var days = all.On(stale);
            await connection.DoAsync(Drop, [Key(account), days.Days.Column(day => day)], cancellationToken);
            return days;
        }

        await connection.DoAsync(Begin, [Key(account), BatchCommands.Scalar(all.Zone.Id)], cancellationToken);
        await connection.DoAsync(DropAll, [Key(account)], cancellationToken);
        return all;
    }

    private static async Task<AccountDays> DaysAsync(
        NpgsqlConnection connection,
        UserAccountId account,
        CancellationToken cancellationToken
    )
    {
        var zone = await connection.ScalarAsync<string>(Zone, [Key(account)], cancellationToken);
        var bounds = await connection.ListAsync(AccountDays.Bounds, [Key(account)], AccountDays.Read, cancellationToken);
        return AccountDays.Between(bounds[0], TimeZones.Get(zone));
    }

    private static NpgsqlParameter Key(UserAccountId account) => BatchCommands.Scalar(account.Value);

    private static string TextOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? "nothing" : row.GetString(column);
}
