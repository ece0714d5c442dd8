using AmoCrmQualification.Api.Configuration;

namespace AmoCrmQualification.Api;

/// <summary>
/// Headers of every answer, the page's and the API's alike. They are set when the answer begins: whoever makes a refusal
/// of an exception clears what was set before.
/// </summary>
internal static class SecurityHeaders
{
    private const string NeverStored = "no-store";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var isSecure = app.Services.GetRequiredService<ServiceSettings>().BaseUrl.Scheme == Uri.UriSchemeHttps;
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(
                    static state =>
                    {
                        var (headers, isSecure) = ((IHeaderDictionary, bool))state;
                        Set(headers, isSecure);
                        return Task.CompletedTask;
                    },
                    (http.Response.Headers, isSecure)
                );
                return next(http);
            }
        );
    }

    private static void Set(IHeaderDictionary headers, bool isSecure)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers["X-Robots-Tag"] = "noindex, nofollow"; // shared pages need no sign-in
        if (isSecure)
            headers.StrictTransportSecurity = "max-age=31536000";
        // Figures, contacts and secrets; the files of the web app say themselves how long they are kept.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = NeverStored;
    }
}
