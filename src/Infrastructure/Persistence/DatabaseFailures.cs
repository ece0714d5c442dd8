using AmoCrmQualification.Domain.Common;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>What a failure of the database means to the caller; null when it is a bug.</summary>
public static class DatabaseFailures
{
    public static Refusal? Classify(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }:
                    return Refusal.Conflict("Somebody else made the same at the same time.");
                case PostgresException
                {
                    SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter
                }:
                    return new(RefusalKind.Invalid, "validation_error", "A text contains a character that cannot be stored.");
                case PostgresException { IsTransient: false }:
                    return null;
                case NpgsqlException or TimeoutException:
                    return new(RefusalKind.Unavailable, "unavailable", "The database does not answer. Try again soon.");
            }
        }

        return null;
    }
}
