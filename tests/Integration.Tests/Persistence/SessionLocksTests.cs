using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>Locks of accounts that are held while amoCRM answers, in one process and between two.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SessionLocksTests
{
    private const int Space = 7900;

    [Test]
    public async Task Who_waits_comes_before_the_holder_who_asks_again()
    {
        await using var database = NpgsqlDataSource.Create(TestPostgres.ConnectionString);
        await using var locks = new SessionLocks(database, TimeProvider.System);
        var account = UserAccountId.New();
        var first = await locks.AcquireAsync(Space, account, CancellationToken.None);
        var waiting = locks.AcquireAsync(Space, account, CancellationToken.None);

        await first.DisposeAsync();
        var again = await locks.TryAcquireAsync(Space, account, CancellationToken.None);

        Assert.That(again, Is.Null);
        await (await waiting).DisposeAsync();
        Assert.That(await locks.TryAcquireAsync(Space, account, CancellationToken.None), Is.Not.Null, "it is free again");
    }

    [Test]
    public async Task Another_process_gets_it_when_it_is_released()
    {
        await using var database = NpgsqlDataSource.Create(TestPostgres.ConnectionString);
        await using var one = new SessionLocks(database, TimeProvider.System);
        await using var other = new SessionLocks(database, TimeProvider.System);
        var account = UserAccountId.New();
        var held = await one.AcquireAsync(Space, account, CancellationToken.None);

        Assert.That(await other.TryAcquireAsync(Space, account, CancellationToken.None), Is.Null);
        var waiting = other.AcquireAsync(Space, account, CancellationToken.None);
        await held.DisposeAsync();
        Assert.That(await waiting, Is.Not.Null);
    }

    [Test]
    public async Task Who_gives_up_waiting_keeps_nobody_out()
    {
        await using var database = NpgsqlDataSource.Create(TestPostgres.ConnectionString);
        await using var one = new SessionLocks(database, TimeProvider.System);
        await using var other = new SessionLocks(database, TimeProvider.System);
        var account = UserAccountId.New();
        var held = await one.AcquireAsync(Space, account, CancellationToken.None);
        using CancellationTokenSource patience = new();
        var waiting = other.AcquireAsync(Space, account, patience.Token);

        await patience.CancelAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        await held.DisposeAsync();

        Assert.That(await other.TryAcquireAsync(Space, account, CancellationToken.None), Is.Not.Null);
    }
}
