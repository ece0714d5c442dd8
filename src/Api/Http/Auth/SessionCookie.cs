using System.Security.Claims;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.People;
using AmoCrmQualification.Infrastructure.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>
/// The cookie of a signed-in person. It holds the key of a session and nothing else: what the person may do is asked of
/// the database at each call.
/// </summary>
internal static class SessionCookie
{
    public const string SchemeName = "Session";
    public const string Name = "amoq_session";
    private const string KeyClaim = "session_key";

    public static AuthenticationBuilder AddSessionCookie(this AuthenticationBuilder builder, ServiceSettings settings) =>
        builder.AddCookie(
            SchemeName,
            options =>
            {
                options.Cookie.Name = Name;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict; // only calls of the web app need it, and they come from its own pages
                // Where TLS ends before the service its own requests look like http.
                options.Cookie.SecurePolicy =
                    settings.BaseUrl.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = SessionKey.Life;
                options.SlidingExpiration = false;
                options.Events = new()
                {
                    OnValidatePrincipal = ValidateAsync,
                    OnRedirectToLogin = context => Refusals.NobodyAsync(context.HttpContext),
                    OnRedirectToAccessDenied = context => Refusals.ForbiddenAsync(context.HttpContext),
                };
            }
        );

    public static Task IssueSessionAsync(this HttpContext http, SessionKey key) =>
        http.SignInAsync(
            SchemeName,
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(KeyClaim, key.Value)], SchemeName)),
            new AuthenticationProperties { IsPersistent = true }
        );

    /// <summary>The session by which the caller was recognised; null for keys and tokens.</summary>
    public static SessionKey? Session(this ClaimsPrincipal user) =>
        user.FindFirst(claim => claim.Type == KeyClaim && claim.Subject?.AuthenticationType == SchemeName) is { } claim
            ? new(claim.Value)
            : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionDirectory>();
        if (
            context.Principal?.Session() is { } key
            && await sessions.RightsOfAsync(key, context.HttpContext.RequestAborted) is { } rights
        )
        {
            Claim[] claims =
            [
                new(KeyClaim, key.Value),
                CallerClaims.Of(Right.OwnSession),
                .. CallerClaims.OfPerson(rights.Role, rights.Accounts, rights.HideContacts),
            ];
            context.ReplacePrincipal(new(new ClaimsIdentity(claims, SchemeName)));
        }
        else
        {
            context.RejectPrincipal();
        }
    }
}
