using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.Runs;

/// <summary>
/// Turns of accounts: advisory locks of sessions of their own, so that no transaction is open while amoCRM answers. A
/// process that dies takes its sessions along. Two accounts that share a hash only wait needlessly.
/// </summary>
internal sealed class RunLocks(NpgsqlDataSource database)
{
    private const string TryLock = "SELECT pg_try_advisory_lock($1, hashtext($2::text))";
    private const string Lock = "SELECT pg_advisory_lock($1, hashtext($2::text))";
    private const string Unlock = "SELECT pg_advisory_unlock($1, hashtext($2::text))";

    public async Task<RunLock?> TryTakeAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(TryLock, connection);
            Name(command, account);
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
                return new(connection, account);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public async Task<RunLock> TakeAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(Lock, connection);
            Name(command, account);
            command.CommandTimeout = 0; // a run may take its time
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new(connection, account);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static void Name(NpgsqlCommand command, UserAccountId account)
    {
        command.Parameters.Add(BatchCommands.Scalar(AccountLock.RunSpace));
        command.Parameters.Add(BatchCommands.Scalar(account.Value));
    }

    internal sealed class RunLock(NpgsqlConnection connection, UserAccountId account) : IAsyncDisposable
    {
        private bool _isReleased;

        public async ValueTask DisposeAsync()
        {
            if (_isReleased)
                return;
            _isReleased = true;
            try
            {
                await using var command = new NpgsqlCommand(Unlock, connection);
                Name(command, account);
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception e) when (DatabaseFailures.IsAway(e))
            {
                // The lock went with the session.
            }

            await connection.DisposeAsync();
        }
    }
}
