namespace AmoCrmQualification.Domain.Common;

/// <summary>Why a rule says no; decides the answer a caller gets.</summary>
public enum RefusalKind
{
    Invalid,
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    TooMany,
    Unavailable,
}

/// <summary>A rule that says no: a stable code for programs and a sentence for people.</summary>
public sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    /// <summary>The field of the request that is at fault, in the contract's spelling, when there is one.</summary>
    public string? Field { get; init; }

    /// <summary>When it makes sense to ask again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal NotFound(string what) => new(RefusalKind.NotFound, "not_found", $"There is no such {what}.");

    public static Refusal Invalid(string field, string message) =>
        new(RefusalKind.Invalid, "validation_error", message) { Field = field };

    public static Refusal Unauthorized(string message) => new(RefusalKind.Unauthorized, "unauthorized", message);

    public static Refusal Conflict(string message) => new(RefusalKind.Conflict, "conflict", message);
}

/// <summary>Carries a refusal to the one place that turns it into an answer.</summary>
public sealed class DomainException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}
