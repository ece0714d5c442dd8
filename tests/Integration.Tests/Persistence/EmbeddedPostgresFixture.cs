using AmoCrmQualification.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>A real cluster in a directory of its own for every test.</summary>
[CancelAfter(120_000)]
public abstract class EmbeddedPostgresFixture
{
    private readonly List<EmbeddedPostgres> _started = [];
    protected string DataDirectory { get; private set; } = "";

    [SetUp]
    public void MakeDirectory() => DataDirectory = TestDirectory.Create();

    [TearDown]
    public async Task StopAndDelete()
    {
        foreach (EmbeddedPostgres postgres in _started)
            await postgres.DisposeAsync();
        foreach (string made in _started.SelectMany(p => new[] { p.Location.Sockets, p.Location.Root }))
            TestDirectory.Delete(made);
        _started.Clear();
        TestDirectory.Delete(DataDirectory);
    }

    private protected EmbeddedPostgresOptions Options() => new() { DataDirectory = DataDirectory, Durable = false };

    private protected Task<EmbeddedPostgres> StartAsync(CancellationToken token) => StartAsync(Options(), token);

    private protected async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken token)
    {
        EmbeddedPostgres postgres = await EmbeddedPostgres.StartAsync(options, token);
        lock (_started)
            _started.Add(postgres);
        return postgres;
    }

    private protected static async Task<NpgsqlConnection> OpenAsync(EmbeddedPostgres postgres, CancellationToken token)
    {
        NpgsqlConnection connection = new(postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(token);
        return connection;
    }

    private protected static async Task<string?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return (await command.ExecuteScalarAsync(token))?.ToString();
    }

    private protected static async Task WriteAsync(EmbeddedPostgres postgres, CancellationToken token)
    {
        await using NpgsqlConnection connection = await OpenAsync(postgres, token);
        await ScalarAsync(connection, "CREATE TABLE kept AS SELECT 42 AS answer", token);
    }

    private protected static async Task AssertWrittenAsync(EmbeddedPostgres postgres, CancellationToken token)
    {
        await using NpgsqlConnection connection = await OpenAsync(postgres, token);
        Assert.That(await ScalarAsync(connection, "SELECT answer FROM kept", token), Is.EqualTo("42"));
    }

    private protected void Forget(EmbeddedPostgres postgres) => _started.Remove(postgres);
}
