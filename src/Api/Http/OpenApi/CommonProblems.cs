namespace AmoCrmQualification.Api.Http.OpenApi;

/// <summary>Problems that many routes have for the same cause.</summary>
internal static class CommonProblems
{
    public static readonly ProblemAttribute[] OfTenant =
    [
        new(ProblemCodes.MissingUserAccountId, Reasons.UserAccountIdMissing),
        new(ProblemCodes.Forbidden, Reasons.AccountForbidden),
        new(ProblemCodes.NotFound, Reasons.AccountUnknown),
    ];

    public static readonly ProblemAttribute[] OfParameters =
    [
        new(ProblemCodes.ValidationError, Reasons.ValueUnreadable, Reasons.TextUnstorable),
    ];

    public static readonly ProblemAttribute[] OfBody =
    [
        new(
            ProblemCodes.ValidationError,
            Reasons.RequestMalformed,
            Reasons.FieldsInvalid,
            Reasons.ValueMissing,
            Reasons.ValueUnreadable,
            Reasons.ValueInvalid,
            Reasons.ValueOutOfRange,
            Reasons.ValueTooLong,
            Reasons.TextUnstorable
        ),
        new(ProblemCodes.PayloadTooLarge, Reasons.BodyTooLarge),
        new(ProblemCodes.UnsupportedMediaType, Reasons.MediaTypeUnknown),
    ];

    public static readonly ProblemAttribute[] OfAmoCrm =
    [
        new(ProblemCodes.AmoCrmNotConnected, Reasons.AmoCrmNotConnected),
        new(ProblemCodes.AmoCrmReauthorizationRequired, Reasons.TokenRefused),
        new(ProblemCodes.AmoCrmUnavailable, Reasons.AmoCrmFailing, Reasons.AmoCrmRefused, Reasons.DomainUnknown),
    ];

    public static IEnumerable<ProblemAttribute> OfCaller(bool changes) =>
        [
            new(ProblemCodes.Unauthorized, Reasons.CallerUnknown),
            new(ProblemCodes.Forbidden, changes ? [Reasons.RightMissing, Reasons.CsrfTokenMissing] : [Reasons.RightMissing]),
        ];

    public static IEnumerable<ProblemAttribute> OfService(bool changes) =>
        [
            .. changes
                ? [new ProblemAttribute(ProblemCodes.Conflict, Reasons.ConcurrentChange)]
                : Array.Empty<ProblemAttribute>(),
            new(ProblemCodes.InternalError, Reasons.UnexpectedFailure),
            new(
                ProblemCodes.Unavailable,
                Reasons.DatabaseUnavailable,
                Reasons.DatabaseStoresNothing,
                Reasons.SecretsClosed,
                Reasons.IssuerUnreachable
            ),
        ];
}
