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

/// <summary>A rule that says no: a stable code and reason for programs and a sentence for people.</summary>
/// <param name="Kind">Decides the status of the answer.</param>
/// <param name="Code">One of <see cref="ProblemCodes"/>.</param>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Reason, string Message)
{
    /// <summary>The field of the request that is at fault, in the contract's spelling, when there is one.</summary>
    public string? Field { get; init; }

    /// <summary>Time after which it makes sense to ask again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal NotFound(string reason, string what) =>
        new(RefusalKind.NotFound, ProblemCodes.NotFound, reason, $"There is no such {what}.");

    public static Refusal Invalid(string field, string reason, string message) =>
        new(RefusalKind.Invalid, ProblemCodes.ValidationError, reason, message) { Field = field };

    public static Refusal Unauthorized(string reason, string message) =>
        new(RefusalKind.Unauthorized, ProblemCodes.Unauthorized, reason, message);

    public static Refusal Forbidden(string reason, string message) =>
        new(RefusalKind.Forbidden, ProblemCodes.Forbidden, reason, message);

    public static Refusal Conflict(string reason, string message) =>
        new(RefusalKind.Conflict, ProblemCodes.Conflict, reason, message);

    public static Refusal Unavailable(string reason, string message) =>
        new(RefusalKind.Unavailable, ProblemCodes.Unavailable, reason, message);
}

/// <summary>Carries a refusal to the one place that turns it into an answer.</summary>
public sealed class DomainException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}
