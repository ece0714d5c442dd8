namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>Category of a failed call to amoCRM; it decides what happens next.</summary>
public enum AmoFailure
{
    /// <summary>amoCRM wants fewer calls, has blocked the address, or too many calls wait already: to be retried later.</summary>
    RateLimited,

    /// <summary>amoCRM is down, slow or not understood: to be retried later.</summary>
    Transient,

    /// <summary>amoCRM refuses the token: the account stops until a person helps or amoCRM accepts it again.</summary>
    NeedsReauthorization,

    /// <summary>amoCRM will refuse the same call again.</summary>
    Permanent,
}

/// <summary>A call to amoCRM failed, after the retries its category allows.</summary>
/// <param name="status">The HTTP status amoCRM answered with; null when it did not answer.</param>
/// <param name="retryAfter">How long amoCRM asks to be left alone, when it says so.</param>
public sealed class AmoCallException(AmoFailure failure, int? status, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(
        $"The call to amoCRM failed: {failure}, status {status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}.",
        inner
    )
{
    public AmoFailure Failure { get; } = failure;

    public int? Status { get; } = status;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Why it refused, in amoCRM's own words; short, and without secrets.</summary>
    public string? Sentence { get; init; }

    /// <summary>Reason given by amoCRM's token endpoint.</summary>
    public string? Hint { get; init; }

    /// <summary>It looks like an address that the account has left: renamed accounts have another host.</summary>
    public bool HostMayHaveMoved { get; init; }

    /// <summary>The elements of a batch that amoCRM names as invalid.</summary>
    public IReadOnlyList<AmoRefusal> Refused { get; init; } = [];

    /// <summary>The same call may succeed later.</summary>
    public bool MayBeRetried => Failure is AmoFailure.RateLimited or AmoFailure.Transient;

    /// <summary>Description of the failure, with amoCRM's own words where it gave any.</summary>
    public string Explain(string whatHappened) => Sentence is null ? $"{whatHappened}." : $"{whatHappened}: {Sentence}.";

    /// <summary>The answer was no JSON.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>amoCRM answers other calls: something in what this one reads makes it fail.</summary>
    public bool IsOfOneRow { get; init; }

    /// <summary>True if a row of the requested page may be the cause; a 502 or 503 of a front server says nothing about it.</summary>
    public bool MayBeOfOneRow => IsUnreadable || Status is 400 or 422 or 500 or 504;

    /// <summary>It is what was sent that amoCRM does not take; the account may do other things.</summary>
    public bool IsOfTheContent => Failure == AmoFailure.Permanent && Status is 400 or 422;

    /// <summary>True if the request may have taken effect in spite of the failure.</summary>
    public bool MayHaveBeenDone => MayBeRetried && Status is null or >= 500;
}

/// <param name="Error">amoCRM's code and the path of the field; never its value.</param>
public sealed record AmoRefusal(string RequestId, string Error)
{
    /// <summary>True if a custom field is at fault.</summary>
    public bool IsOfCustomField => Error.Contains("custom_fields_values", StringComparison.Ordinal);
}
