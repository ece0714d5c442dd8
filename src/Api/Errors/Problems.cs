using AmoCrmQualification.Application.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace AmoCrmQualification.Api.Errors;

/// <summary>Answers of RFC 9457 with a stable code.</summary>
internal static class Problems
{
    public static ProblemDetails Of(int status, string code, string title) =>
        new()
        {
            Status = status,
            Title = title,
            Type = $"urn:amocrm-qualification:{code}",
            Extensions = { ["code"] = code },
        };

    public static ProblemDetails OfFields(IReadOnlyDictionary<string, string[]> errors) => Invalid(errors);

    public static ProblemDetails OfLines(IReadOnlyList<LineError> errors) => Invalid(errors);

    public static async Task WriteAsync(HttpContext http, int status, string code, string title) =>
        await WriteAsync(http, Of(status, code, title));

    public static async Task WriteAsync(HttpContext http, ProblemDetails problem)
    {
        http.Response.StatusCode = problem.Status!.Value;
        await http.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", http.RequestAborted);
    }

    public static string CodeOf(ProblemDetails problem) => (string)problem.Extensions["code"]!;

    /// <summary>The code of an answer that the framework gave by itself.</summary>
    public static string CodeOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => "unauthorized",
            StatusCodes.Status403Forbidden => "forbidden",
            StatusCodes.Status404NotFound => "not_found",
            StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
            StatusCodes.Status409Conflict => "conflict",
            StatusCodes.Status413PayloadTooLarge => "payload_too_large",
            StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
            StatusCodes.Status429TooManyRequests => "rate_limited",
            StatusCodes.Status503ServiceUnavailable => "unavailable",
            >= 500 => "internal_error",
            _ => "validation_error",
        };

    private static ProblemDetails Invalid(object errors)
    {
        var problem = Of(StatusCodes.Status400BadRequest, "validation_error", "The request is not valid.");
        problem.Extensions["errors"] = errors;
        return problem;
    }
}
