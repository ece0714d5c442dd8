using System.Diagnostics;

namespace AmoCrmQualification.Api.Ops;

/// <summary>Whoever knows the link of an invitation may accept it, so traces tell of it without its token.</summary>
internal static class SecretPaths
{
    private static readonly string[] Prefixes = ["/invitation", "/api/invitations"];

    public static Task HideAsync(HttpContext http, RequestDelegate next)
    {
        foreach (var prefix in Prefixes)
            if (http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
                Activity.Current?.SetTag("url.path", prefix + "/{token}");
        return next(http);
    }
}
