using System.ComponentModel.DataAnnotations;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>An existing PostgreSQL.</summary>
public sealed class ConnectionStringsSettings : IValidatableObject
{
    /// <summary>Null: the service runs its own PostgreSQL.</summary>
    public string? Postgres { get; init; }

    /// <summary>A read replica of it, from which figures are counted; null: there is none.</summary>
    public string? PostgresReadOnly { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Postgres is not null && Fault(Postgres) is { } fault)
            yield return new(fault, [nameof(Postgres)]);
        if (PostgresReadOnly is null)
            yield break;
        if (Fault(PostgresReadOnly) is { } other)
            yield return new(other, [nameof(PostgresReadOnly)]);
        if (Postgres is null)
            yield return new("it is a replica of ConnectionStrings__Postgres, which is not set", [nameof(PostgresReadOnly)]);
    }

    private static string? Fault(string text)
    {
        try
        {
            return new Npgsql.NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0 } ? null : "it names no Host";
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return "it is no connection string of PostgreSQL";
        }
    }
}
