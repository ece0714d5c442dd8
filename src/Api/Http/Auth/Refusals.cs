using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>Answers 401, and 403 or 404, alike for keys, tokens and cookies.</summary>
internal static class Refusals
{
    public static Task NobodyAsync(HttpContext http)
    {
        var isLocked = http.Features.Get<ShareLocked>() is not null;
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(
            http,
            StatusCodes.Status401Unauthorized,
            ProblemCodes.Unauthorized,
            isLocked ? Reasons.SharePasswordMissing : Reasons.CallerUnknown,
            isLocked
                ? "This link has a password: POST /api/share-links/session gives a key for it."
                : "Sign in, or send a valid key: Authorization: Bearer <key>."
        );
    }

    public static Task ForbiddenAsync(HttpContext http) =>
        NamesForeignAccount(http)
            ? Problems.WriteAsync(
                http,
                StatusCodes.Status404NotFound,
                ProblemCodes.NotFound,
                Reasons.AccountUnknown,
                "There is no such account."
            )
            : Problems.WriteAsync(
                http,
                StatusCodes.Status403Forbidden,
                ProblemCodes.Forbidden,
                Reasons.RightMissing,
                "You may not do that."
            );

    /// <summary>Another's account does not exist for the caller. What all but administrators are refused tells nothing.</summary>
    private static bool NamesForeignAccount(HttpContext http) =>
        RouteRights.Needed(http) is not (null or Right.Administer)
        && http.Request.Path.StartsWithSegments("/api/user-accounts", StringComparison.OrdinalIgnoreCase)
        && Guid.TryParse(http.GetRouteValue("id") as string, out var account)
        && !http.User.Accounts().Contains(new(account));
}
