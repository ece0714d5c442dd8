using System.Runtime.CompilerServices;

namespace AmoCrmQualification.Infrastructure.Rollups;

/// <summary>A row of a roll-up that is not what the histories say.</summary>
public sealed record RollupDifference(UserAccountId Account, string Rollup, string Subject, string Stored, string Computed);

/// <summary>The roll-ups of all accounts, one account after the other: each is compared, or mended, as of one moment.</summary>
public sealed class StoredRollups(NpgsqlDataSource database, CohortDays days)
{
    private const int Patience = 3600; // seconds: a comparison reads all of an account's history

    private const string Accounts = "SELECT id FROM user_accounts ORDER BY id";

    private const string Remember = """
        WITH over AS (DELETE FROM rollup_differences WHERE user_account_id = $1 AND $2 = 0)
        INSERT INTO rollup_differences (user_account_id, since, count) SELECT $1, now(), $2 WHERE $2 > 0
        ON CONFLICT (user_account_id) DO UPDATE SET count = excluded.count
        """;

    private const string Forget = "DELETE FROM rollup_differences WHERE user_account_id = $1";

    /// <summary>Finds the differences of all accounts.</summary>
    public async IAsyncEnumerable<RollupDifference> VerifyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var account in await AccountsAsync(cancellationToken))
        await foreach (var difference in VerifyAsync(account, cancellationToken))
            yield return difference;
    }

    /// <summary>Finds the differences of one, and keeps how many there are: an alert tells it.</summary>
    public async IAsyncEnumerable<RollupDifference> VerifyAsync(
        UserAccountId account,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var count = 0;
        foreach (var rollup in Rollup.All)
        {
            await using var command = database.Command(
                $"WITH {rollup.Differing} SELECT subject, stored, computed FROM differing ORDER BY subject",
                BatchCommands.Scalar(account.Value)
            );
            command.CommandTimeout = Patience;
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            for (; await row.ReadAsync(cancellationToken); count++)
                yield return new(account, rollup.Name, row.GetString(0), row.GetString(1), row.GetString(2));
        }

        foreach (var difference in await days.VerifyAsync(account, cancellationToken))
        {
            count++;
            yield return difference;
        }

        NpgsqlParameter[] parameters = [BatchCommands.Scalar(account.Value), BatchCommands.Scalar(count)];
        await database.DoAsync(Remember, parameters, cancellationToken);
    }

    /// <summary>Makes the roll-ups what the histories say. Returns the number of rows that were not.</summary>
    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        var rebuilt = 0;
        foreach (var account in await AccountsAsync(cancellationToken))
            rebuilt += await RebuildAsync(account, cancellationToken);
        return rebuilt;
    }

    public async Task<int> RebuildAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var rebuilt = (await days.VerifyAsync(account, cancellationToken)).Count + await RepairAsync(account, cancellationToken);
        await days.CountAsync(account, cancellationToken);
        return rebuilt;
    }

    private async Task<int> RepairAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = Patience };
        batch.Add(
            PostgresLocks.LockAccount,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(PostgresLocks.LedgerSpace)
        );
        foreach (var rollup in Rollup.All)
        foreach (var repair in rollup.Repairs)
            batch.Add($"WITH {rollup.Differing} {repair}", BatchCommands.Scalar(account.Value));
        var rebuilt = await batch.ExecuteNonQueryAsync(cancellationToken);
        await CohortDays.ForgetAsync(connection, account, cancellationToken);
        await connection.DoAsync(Forget, [BatchCommands.Scalar(account.Value)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rebuilt;
    }

    private async Task<List<UserAccountId>> AccountsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Command(Accounts);
        return await command.ListAsync(row => new UserAccountId(row.GetGuid(0)), cancellationToken);
    }
}
