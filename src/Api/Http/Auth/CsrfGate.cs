using AmoCrmQualification.Api.Http.Errors;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>
/// A browser sends the cookie along whichever site made it call; the header only the web app can add. Keys and tokens are not sent
/// by themselves, so they need none.
/// </summary>
internal static class CsrfGate
{
    public const string Header = "X-CSRF-Token";

    public static Task CheckAsync(HttpContext http, RequestDelegate next) =>
        http.User.Session() is not { } session || OnlyReads(http.Request) || IsOpen(http) || session.IsCsrfToken(TokenOf(http))
            ? next(http)
            : Problems.WriteAsync(
                http,
                StatusCodes.Status403Forbidden,
                ProblemCodes.Forbidden,
                Reasons.CsrfTokenMissing,
                $"With a cookie this needs the header {Header}; GET /api/session tells its value."
            );

    private static string TokenOf(HttpContext http) => http.Request.Headers[Header].ToString();

    private static bool OnlyReads(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    /// <summary>Anonymous routes need no cookie, so it gives no right that could be abused.</summary>
    private static bool IsOpen(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
