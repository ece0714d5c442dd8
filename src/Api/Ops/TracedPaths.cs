using Microsoft.AspNetCore.Http.Features;

namespace AmoCrmQualification.Api.Ops;

/// <summary>
/// Traces name a request by its route, never by its path: the path of an invitation is enough to accept it, however the
/// path is spelled, and no route need serve it for that.
/// </summary>
internal static class TracedPaths
{
    private const string NoRoute = "/{unknown}";

    /// <summary>After routing.</summary>
    public static Task NameAsync(HttpContext http, RequestDelegate next)
    {
        http.Features.Get<IHttpActivityFeature>()
            ?.Activity.SetTag("url.path", http.GetEndpoint() is RouteEndpoint route ? NameOf(route) : NoRoute);
        return next(http);
    }

    private static string NameOf(RouteEndpoint route) => "/" + route.RoutePattern.RawText?.TrimStart('/');
}
