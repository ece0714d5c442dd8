using System.Collections.Concurrent;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>
/// Advisory locks that are held while amoCRM answers. All those of a process are of one session, so that they cost one
/// connection however many accounts are slow, and no transaction is open meanwhile. A process that dies takes the session
/// along. Where the session alone ends, its locks go too: what is written under one is fenced besides.
/// Two accounts that share a hash may only wait needlessly.
/// </summary>
internal sealed class SessionLocks(NpgsqlDataSource database, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Runs of an account, one at a time.</summary>
    public const int Runs = 7002;

    /// <summary>A refresh of an account's tokens.</summary>
    public const int Tokens = 7005;

    /// <summary>Reading what is written to the bot, of no account in particular.</summary>
    public const int Bot = 7006;

    private const string TryLock = "SELECT pg_try_advisory_lock($1, hashtext($2::text))";
    private const string Unlock = "SELECT pg_advisory_unlock($1, hashtext($2::text))";
    private static readonly TimeSpan UntilNextTry = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// PostgreSQL would let the same session in twice. Who waits here comes before whoever asks later, so that work which
    /// lets others in by pausing does not come back before them.
    /// </summary>
    private readonly ConcurrentDictionary<(int Space, UserAccountId Account), SemaphoreSlim> _here = new();

    private readonly SemaphoreSlim _oneStatement = new(1, 1);
    private NpgsqlConnection? _session;

    /// <summary>Returns null when it is taken, or others here wait for it.</summary>
    public async Task<IAsyncDisposable?> TryAcquireAsync(int space, UserAccountId account, CancellationToken cancellationToken)
    {
        var here = Here(space, account);
        if (!await here.WaitAsync(TimeSpan.Zero, cancellationToken))
            return null;
        var isOurs = false;
        try
        {
            isOurs = await TryLockAsync(TryLock, space, account);
        }
        finally
        {
            if (!isOurs)
                here.Release();
        }

        return isOurs ? new HeldLock(this, here, space, account) : null;
    }

    public async Task<IAsyncDisposable> AcquireAsync(int space, UserAccountId account, CancellationToken cancellationToken)
    {
        var here = Here(space, account);
        await here.WaitAsync(cancellationToken);
        try
        {
            while (!await TryLockAsync(TryLock, space, account))
                await Task.Delay(UntilNextTry, clock, cancellationToken);
            return new HeldLock(this, here, space, account);
        }
        catch
        {
            here.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DropSessionAsync();
        _oneStatement.Dispose();
    }

    private SemaphoreSlim Here(int space, UserAccountId account) =>
        _here.GetOrAdd((space, account), static _ => new SemaphoreSlim(1, 1));

    /// <summary>Not cancelled: whether the lock is ours must be known.</summary>
    private async Task<bool> TryLockAsync(string sql, int space, UserAccountId account)
    {
        await _oneStatement.WaitAsync(CancellationToken.None);
        try
        {
            _session ??= await database.OpenConnectionAsync(CancellationToken.None);
            await using var command = new NpgsqlCommand(sql, _session)
            {
                Parameters = { BatchCommands.Scalar(space), BatchCommands.Scalar(account.Value) },
            };
            return await command.ExecuteScalarAsync(CancellationToken.None) is true;
        }
        catch
        {
            await DropSessionAsync();
            throw;
        }
        finally
        {
            _oneStatement.Release();
        }
    }

    private async Task DropSessionAsync()
    {
        var session = Interlocked.Exchange(ref _session, null);
        if (session is not null)
            await session.DisposeAsync();
    }

    private sealed class HeldLock(SessionLocks locks, SemaphoreSlim here, int space, UserAccountId account) : IAsyncDisposable
    {
        private int _isReleased;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 1)
                return;
            try
            {
                await locks.TryLockAsync(Unlock, space, account);
            }
            catch (Exception e) when (DatabaseFailures.IsAway(e))
            {
                // The lock went with the session.
            }
            finally
            {
                here.Release();
            }
        }
    }
}
