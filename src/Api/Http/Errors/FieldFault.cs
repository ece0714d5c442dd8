namespace AmoCrmQualification.Api.Http.Errors;

/// <summary>A fault of one field of a request.</summary>
/// <param name="Field">As the caller spells it.</param>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record FieldFault(string Field, string Reason, string Message)
{
    /// <summary>The reasons of FluentValidation's own rules; all others give theirs.</summary>
    private static readonly Dictionary<string, string> OfRules = new(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = Reasons.ValueMissing,
        ["NotNullValidator"] = Reasons.ValueMissing,
        ["MaximumLengthValidator"] = Reasons.ValueTooLong,
        ["GreaterThanValidator"] = Reasons.ValueOutOfRange,
        ["InclusiveBetweenValidator"] = Reasons.ValueOutOfRange,
    };

    /// <summary>The reason that a rule of a validator gives as its error code.</summary>
    public static string ReasonOf(string errorCode)
    {
        if (OfRules.TryGetValue(errorCode, out var reason))
            return reason;
        return errorCode.EndsWith("Validator", StringComparison.Ordinal) ? Reasons.ValueInvalid : errorCode;
    }
}
