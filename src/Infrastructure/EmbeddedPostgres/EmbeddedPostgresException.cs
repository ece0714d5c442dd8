namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>The private PostgreSQL cannot be used. The message is one line for the operator and says what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
