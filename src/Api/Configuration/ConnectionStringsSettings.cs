using System.ComponentModel.DataAnnotations;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>An existing PostgreSQL.</summary>
public sealed class ConnectionStringsSettings : IValidatableObject
{
    /// <summary>Null: the service runs its own PostgreSQL.</summary>
    public string? Postgres { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Postgres is not null && Fault(Postgres) is { } fault)
            yield return new(fault, [nameof(Postgres)]);
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
