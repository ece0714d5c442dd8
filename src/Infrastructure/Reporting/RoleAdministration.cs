namespace AmoCrmQualification.Infrastructure.Reporting;

/// <summary>Makes roles: as the service where it may, as the superuser where the PostgreSQL is the service's own.</summary>
internal sealed class RoleAdministration(string connectionString)
{
    // PostgreSQL fails where two change a role at once.
    private const string OneAtATime = $"SELECT pg_advisory_xact_lock(hashtext('{ReportRole.Group}'))";

    /// <summary>Does it all or nothing; outside the pool, as it is asked for once in months.</summary>
    /// <exception cref="DomainException">The service's own role may not make roles.</exception>
    public async Task DoAsync(Func<NpgsqlConnection, Task> workAsync, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await connection.DoAsync(OneAtATime, [], cancellationToken);
            await workAsync(connection);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DomainException(
                Refusal.Conflict(
                    Reasons.DatabaseRightsMissing,
                    "The service's role in PostgreSQL may not make roles: an administrator of the database gives it CREATEROLE."
                )
            );
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
