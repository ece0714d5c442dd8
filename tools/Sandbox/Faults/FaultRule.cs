namespace AmoCrmQualification.Sandbox.Faults;

public enum FaultKind
{
    /// <summary>Answers `Status` with a body of `Body` kind.</summary>
    Error,

    /// <summary>Closes the connection without an answer.</summary>
    Drop,

    /// <summary>Waits `DelayMs`, then answers as usual.</summary>
    Slow,

    /// <summary>Answers 204 although there is something to give.</summary>
    Empty,

    /// <summary>Answers 401 as for a bad token.</summary>
    Unauthorized,

    /// <summary>Answers as usual, but with values as PHP may give them: `Quirks`, and `Set` for a single one.</summary>
    Php,

    /// <summary>Answers with the first half of the answer.</summary>
    CutShort,
}

public enum FaultBody
{
    Json,
    Text,
    Html,
    None,
}

/// <summary>
/// Something that goes wrong on demand. It hits calls of `AccountId` (null: any) whose "METHOD /path" contains `Match`
/// (null: any), `Times` times (null: always) and for `ForSeconds` (null: until removed).
/// </summary>
public sealed record FaultRule
{
    public FaultKind Kind { get; init; }
    public long? AccountId { get; init; }
    public string? Match { get; init; }
    public int? Times { get; init; }
    public double? ForSeconds { get; init; }
    public int Status { get; init; } = 503;
    public FaultBody Body { get; init; }
    public int? RetryAfter { get; init; }
    public int DelayMs { get; init; }

    /// <summary>Does what was asked first and fails only then: the response is lost, the deed is done.</summary>
    public bool AfterWrite { get; init; }

    /// <summary>For `Slow`: does what was asked at once and answers late.</summary>
    public bool DelayAfterWrite { get; init; }

    public IReadOnlyList<PhpQuirk> Quirks { get; init; } = [];
    public PhpValue? Set { get; init; }

    /// <summary>Only where the answer would hold this text: something in what is read makes amoCRM fail.</summary>
    public string? Holding { get; init; }

    /// <summary>Text of a JSON error, instead of the usual.</summary>
    public string? Title { get; init; }
    public string? Detail { get; init; }
    public string? Hint { get; init; }

    /// <summary>Lets that many matching calls pass before the first failure.</summary>
    public int Skip { get; init; }
}
