using System.Buffers.Text;
using System.Security.Cryptography;
using AmoCrmQualification.Application.Reporting;

namespace AmoCrmQualification.Infrastructure.Reporting;

/// <summary>
/// The role that reads an account's rows of the report views. Its name says which account: the views read it there. Statements
/// over roles take no parameters; name and password have no character that would need to be quoted.
/// </summary>
internal sealed class ReportRole(UserAccountId account)
{
    /// <summary>All of them: to these a PostgreSQL of the service's own opens by password.</summary>
    public const string Group = "report_readers";

    private const string MakeGroup = $"""
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Group}') THEN CREATE ROLE {Group} NOLOGIN; END IF;
        END $$;
        GRANT SELECT ON report_leads, report_stage_entries, report_sales, report_spend TO {Group}
        """;

    private readonly string _name = $"report_{account.Value:N}";

    public static string NewPassword() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>Makes it or gives it a new password. Whoever is connected by the former still is.</summary>
    public async Task IssueAsync(NpgsqlConnection connection, string password, CancellationToken cancellationToken)
    {
        await connection.DoAsync(MakeGroup, [], cancellationToken);
        if (!await ExistsAsync(connection, cancellationToken))
            await connection.DoAsync($"CREATE ROLE {_name} IN ROLE {Group}", [], cancellationToken);
        await connection.DoAsync(
            $"""
            ALTER ROLE {_name} LOGIN CONNECTION LIMIT 10 PASSWORD '{password}';
            ALTER ROLE {_name} SET default_transaction_read_only = on;
            ALTER ROLE {_name} SET statement_timeout = '5min'
            """,
            [],
            cancellationToken
        );
    }

    /// <summary>Lets nobody connect as it any more.</summary>
    public async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await RequireAsync(connection, cancellationToken);
        await connection.DoAsync($"ALTER ROLE {_name} NOLOGIN", [], cancellationToken);
    }

    /// <summary>Ends its sessions, once nobody begins one any more. Only members of a role may do that.</summary>
    public async Task DisconnectAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await RequireAsync(connection, cancellationToken);
        await connection.DoAsync(
            $"GRANT {_name} TO CURRENT_USER; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{_name}'",
            [],
            cancellationToken
        );
    }

    /// <summary>Drops it with what it may have made: anybody may make large objects.</summary>
    public async Task DropAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await DisconnectAsync(connection, cancellationToken);
        await connection.DoAsync($"DROP OWNED BY {_name}; DROP ROLE {_name}", [], cancellationToken);
    }

    /// <summary>Tells how to connect as the role to where the service is connected.</summary>
    public IssuedReportRole Show(string password, NpgsqlConnectionStringBuilder service)
    {
        NpgsqlConnectionStringBuilder settings = new()
        {
            Host = service.Host,
            Port = service.Port,
            Database = service.Database,
            Username = _name,
            Password = password,
        };
        var isSocket = service.Host!.StartsWith('/');
        var host = isSocket ? "" : $"{service.Host}:{service.Port}";
        var socket = isSocket ? $"?host={Uri.EscapeDataString(service.Host)}&port={service.Port}" : "";
        var uri = $"postgresql://{_name}:{password}@{host}/{Uri.EscapeDataString(service.Database!)}{socket}";
        return new(_name, password, settings.ConnectionString, uri);
    }

    private async Task RequireAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(connection, cancellationToken))
            throw new DomainException(Refusal.NotFound(Reasons.ReportRoleUnknown, "report role"));
    }

    private async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT FROM pg_roles WHERE rolname = $1", connection);
        command.Parameters.Add(BatchCommands.Scalar(_name));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken);
    }
}
