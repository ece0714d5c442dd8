using AmoCrmQualification.Infrastructure.Distribution;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Distribution;

/// <summary>The command that spreads tables, as far as it is seen without Citus.</summary>
internal sealed class DistributeTests : ApiTest
{
    private const string Keys =
        "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY 1";

    [Test]
    public async Task Without_Citus_it_ends_with_1_and_one_line()
    {
        var database = await TestPostgres.CreateDatabaseAsync();
        await using var program = ApiProgram.Start(["distribute"], ("ConnectionStrings__Postgres", database));

        Assert.That(await program.ExitsAsync(), Is.EqualTo(1), program.Output);
        Assert.That(program.Errors.Trim().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(program.Errors, Does.Contain("CREATE EXTENSION citus"));
        await TestPostgres.DropDatabaseAsync(database);
    }

    [Test]
    public async Task Keys_that_are_off_when_it_dies_are_on_again_after_the_next_time()
    {
        var database = await TestPostgres.CreateDatabaseAsync();
        var before = await Sql.RowsAsync(database, Keys);
        await using (var dies = await OpenAsync(database))
            await new DetachedKeys(dies).DetachAsync(["user_accounts", "leads", "creatives"], CancellationToken.None);
        var meanwhile = await Sql.RowsAsync(database, Keys);
        List<string> told = [];

        await using (var next = await OpenAsync(database))
        {
            await new DetachedKeys(next).DetachAsync(["creatives"], CancellationToken.None);
            await new DetachedKeys(next).AttachAsync(line => Task.Run(() => told.Add(line)), CancellationToken.None);
        }

        Assert.That(meanwhile, Has.Count.LessThan(before.Count / 2));
        Assert.That(told, Has.Count.EqualTo(before.Count - meanwhile.Count));
        Assert.That(await Sql.RowsAsync(database, Keys), Is.EqualTo(before));
        await TestPostgres.DropDatabaseAsync(database);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        return connection;
    }
}
