using System.Net.Sockets;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>The database and its role. The service is no superuser: SQL that slips in must not reach files or programs.</summary>
internal sealed class ClusterDatabase(ClusterLocation location)
{
    public const string Role = "app";
    public const string Superuser = "postgres";
    private const string Name = "amocrm_qualification";

    private const string EnsureRole = $"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{Role}') THEN
                CREATE ROLE {Role} LOGIN CREATEDB IN ROLE pg_monitor, pg_checkpoint;
            END IF;
        END $$
        """;

    private const string DatabaseExists = $"SELECT 1 FROM pg_database WHERE datname = '{Name}'";
    private const string CreateDatabase = $"CREATE DATABASE {Name} OWNER {Role}";

    public string ConnectionString => To(Name, Role).ConnectionString;

    public string AdministratorConnectionString => To(Name, Superuser).ConnectionString;

    /// <summary>True if the service's own cluster answers; a server that is starting, stopping or recovering does not.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using NpgsqlConnection connection = await OpenAsync(To("postgres", Superuser), cancellationToken);
            await using var command = new NpgsqlCommand("SHOW data_directory", connection);
            return (string?)await command.ExecuteScalarAsync(cancellationToken) == location.Data;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
        {
            return false;
        }
    }

    public async Task<bool> IsPreparedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using NpgsqlConnection connection = await OpenAsync(To(Name, Role), cancellationToken);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
        {
            return false;
        }
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await OpenAsync(To("postgres", Superuser), cancellationToken);
        await using var role = new NpgsqlCommand(EnsureRole, connection);
        await role.ExecuteNonQueryAsync(cancellationToken);

        await using var exists = new NpgsqlCommand(DatabaseExists, connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null)
            return;
        await using var create = new NpgsqlCommand(CreateDatabase, connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder to, CancellationToken cancellationToken)
    {
        to.Pooling = false;
        to.Timeout = 5;
        var connection = new NpgsqlConnection(to.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private NpgsqlConnectionStringBuilder To(string database, string role) =>
        new()
        {
            Host = location.Sockets,
            Port = 5432,
            Database = database,
            Username = role,
            SslMode = SslMode.Disable, // a socket needs none; asking costs a round trip
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
}
