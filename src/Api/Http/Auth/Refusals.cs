using AmoCrmQualification.Api.Http.Errors;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>Answers 401 and 403, alike for keys, tokens and cookies.</summary>
internal static class Refusals
{
    public static Task NobodyAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(
            http,
            StatusCodes.Status401Unauthorized,
            ProblemCodes.Unauthorized,
            Reasons.CallerUnknown,
            "Sign in, or send a valid key: Authorization: Bearer <key>."
        );
    }

    public static Task ForbiddenAsync(HttpContext http) =>
        Problems.WriteAsync(
            http,
            StatusCodes.Status403Forbidden,
            ProblemCodes.Forbidden,
            Reasons.RightMissing,
            "You may not do that."
        );
}
