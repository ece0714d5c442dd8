using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Api.Http.Errors;

/// <summary>Answers of RFC 9457 with a stable code and reason.</summary>
internal static class Problems
{
    public const string Code = "code";
    public const string Reason = "reason";
    public const string Errors = "errors";
    public const string FieldReasons = "field_reasons";

    public static ProblemDetails Create(int status, string code, string reason, string title) =>
        new()
        {
            Status = status,
            Title = title,
            Type = $"urn:amocrm-qualification:{code}",
            Extensions = { [Code] = code, [Reason] = reason },
        };

    public static int GetStatus(string code) =>
        code switch
        {
            ProblemCodes.Unauthorized => StatusCodes.Status401Unauthorized,
            ProblemCodes.Forbidden => StatusCodes.Status403Forbidden,
            ProblemCodes.NotFound => StatusCodes.Status404NotFound,
            ProblemCodes.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
            ProblemCodes.Conflict
            or ProblemCodes.OAuthNotConfigured
            or ProblemCodes.AmoCrmNotConnected
            or ProblemCodes.AmoCrmReauthorizationRequired => StatusCodes.Status409Conflict,
            ProblemCodes.PayloadTooLarge => StatusCodes.Status413PayloadTooLarge,
            ProblemCodes.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
            ProblemCodes.RateLimited => StatusCodes.Status429TooManyRequests,
            ProblemCodes.InternalError => StatusCodes.Status500InternalServerError,
            ProblemCodes.AmoCrmUnavailable => StatusCodes.Status502BadGateway,
            ProblemCodes.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        };

    /// <summary>Describes an answer of the framework itself.</summary>
    public static ProblemDetails OfStatus(int status)
    {
        var (code, reason) = status switch
        {
            StatusCodes.Status401Unauthorized => (ProblemCodes.Unauthorized, Reasons.CallerUnknown),
            StatusCodes.Status403Forbidden => (ProblemCodes.Forbidden, Reasons.RightMissing),
            StatusCodes.Status404NotFound => (ProblemCodes.NotFound, Reasons.RouteUnknown),
            StatusCodes.Status405MethodNotAllowed => (ProblemCodes.MethodNotAllowed, Reasons.MethodUnknown),
            StatusCodes.Status409Conflict => (ProblemCodes.Conflict, Reasons.ConcurrentChange),
            StatusCodes.Status413PayloadTooLarge => (ProblemCodes.PayloadTooLarge, Reasons.BodyTooLarge),
            StatusCodes.Status415UnsupportedMediaType => (ProblemCodes.UnsupportedMediaType, Reasons.MediaTypeUnknown),
            StatusCodes.Status429TooManyRequests => (ProblemCodes.RateLimited, Reasons.TooManyAttempts),
            StatusCodes.Status503ServiceUnavailable => (ProblemCodes.Unavailable, Reasons.DatabaseUnavailable),
            >= 500 => (ProblemCodes.InternalError, Reasons.UnexpectedFailure),
            _ => (ProblemCodes.ValidationError, Reasons.RequestMalformed),
        };
        return Create(status, code, reason, "The request could not be served.");
    }

    /// <summary>The problem's own reason is that of its fields, where they agree.</summary>
    public static ProblemDetails OfFields(IReadOnlyCollection<FieldFault> faults)
    {
        var fields = faults.GroupBy(fault => fault.Field, StringComparer.Ordinal).ToList();
        var reasons = fields.ToDictionary(field => field.Key, field => field.First().Reason, StringComparer.Ordinal);
        var reason =
            reasons.Values.Distinct(StringComparer.Ordinal).Count() == 1 ? reasons.Values.First() : Reasons.FieldsInvalid;
        var problem = Invalid(
            reason,
            fields.ToDictionary(
                field => field.Key,
                field => field.Select(fault => fault.Message).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal
            )
        );
        problem.Extensions[FieldReasons] = reasons;
        return problem;
    }

    public static ProblemDetails OfLines(IReadOnlyList<LineError> errors) => Invalid(Reasons.LinesInvalid, errors);

    public static Task WriteAsync(HttpContext http, int status, string code, string reason, string title) =>
        WriteAsync(http, Create(status, code, reason, title));

    public static async Task WriteAsync(HttpContext http, ProblemDetails problem)
    {
        http.Response.StatusCode = problem.Status!.Value;
        await http.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", http.RequestAborted);
    }

    public static string ReasonOf(ProblemDetails problem) => (string)problem.Extensions[Reason]!;

    private static ProblemDetails Invalid(string reason, object errors)
    {
        var problem = Create(StatusCodes.Status400BadRequest, ProblemCodes.ValidationError, reason, "The request is not valid.");
        problem.Extensions[Errors] = errors;
        return problem;
    }
}
