using AmoCrmQualification.Api.Http.Errors;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace AmoCrmQualification.Api;

/// <summary>
/// Answers what no route serves, before a key is asked for: a known route with another method by 405 with <c>Allow</c>, a
/// mistyped route of the API by 404 and never by the web page, all else by the page.
/// </summary>
internal static class UnknownRoutes
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>HEAD is GET wherever there is a GET; the server itself leaves the body out.</summary>
    public static Task AnswerHeadAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }

    public static void UseUnknownRoutes(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use(
            (http, next) =>
                http.GetEndpoint() switch
                {
                    null => AnswerAsync(http, files),
                    RouteEndpoint => next(http),
                    var refusal => RefuseAsync(http, refusal), // routing's own, of another method or kind of body
                }
        );
    }

    private static Task AnswerAsync(HttpContext http, IFileProvider files)
    {
        if (IsOfApi(http.Request.Path))
            return Problems.WriteAsync(http, Problems.OfStatus(StatusCodes.Status404NotFound));
        if (HttpMethods.IsGet(http.Request.Method))
            return WebApp.PageAsync(http, files);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = string.Join(", ", Reads);
        return Task.CompletedTask;
    }

    private static async Task RefuseAsync(HttpContext http, Endpoint refusal)
    {
        await refusal.RequestDelegate!(http);
        var allowed = http.Response.Headers.GetCommaSeparatedValues(HeaderNames.Allow);
        if (allowed.Contains(HttpMethods.Get, StringComparer.Ordinal))
            http.Response.Headers.Allow = string.Join(", ", [.. allowed, HttpMethods.Head]);
    }

    /// <summary>Also with slashes doubled.</summary>
    private static bool IsOfApi(PathString path) =>
        new PathString("/" + path.Value!.TrimStart('/')).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
