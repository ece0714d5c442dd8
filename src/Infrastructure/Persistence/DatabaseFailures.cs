namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Classifies a failure of the database for the caller; null when it is a bug.</summary>
public static class DatabaseFailures
{
    /// <summary>
    /// A server that is told to stop, or whose neighbour crashed, ends sessions with codes Npgsql does not call transient.
    /// One whose libraries were replaced under it is as good as away until it is restarted.
    /// </summary>
    public static bool IsAway(Exception e) =>
        e
            is PostgresException
            {
                SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.UndefinedFile
            }
        || e is NpgsqlException { IsTransient: true } or TimeoutException;

    public static Refusal? Classify(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                // A row came in between, or is gone: one of its own, or one that it names.
                case DbUpdateConcurrencyException:
                case PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation }:
                    return Refusal.Conflict(Reasons.ConcurrentChange, "The same was changed at the same time.");
                case PostgresException
                {
                    SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter
                }:
                    return new(
                        RefusalKind.Invalid,
                        ProblemCodes.ValidationError,
                        Reasons.TextUnstorable,
                        "A text contains a character that cannot be stored."
                    );
                case PostgresException when !IsAway(e):
                    return null;
                case NpgsqlException or TimeoutException:
                    return Refusal.Unavailable(Reasons.DatabaseUnavailable, "The database does not answer. Try again soon.");
            }
        }

        return null;
    }
}
