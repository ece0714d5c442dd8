using System.Security.Cryptography;
using AmoCrmQualification.Api.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace AmoCrmQualification.Api;

/// <summary>
/// The web app, as its build left it under <c>wwwroot</c>. Files with a hash in their name are kept by browsers for a year,
/// all others are asked for anew; every address that is no file and no route of the API is the page.
/// </summary>
internal static class WebApp
{
    private const string Page = "index.html";
    private const string NoncePlace = "__STYLE_NONCE__";
    private const string NeverStored = "no-store";
    private const string AskedAnew = "no-cache";
    private const string KeptForAYear = "public, max-age=31536000, immutable";

    public static void AddWebApp(this IServiceCollection services) =>
        // Files only: answers of the API hold secrets beside what a caller chooses, which compression over TLS would tell.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });

    public static void UseWebAppFiles(this WebApplication app)
    {
        app.UseWhen(
            http =>
                !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                && http.Request.Path != "/" + Page,
            files =>
            {
                files.UseResponseCompression();
                files.UseStaticFiles(
                    new StaticFileOptions
                    {
                        OnPrepareResponse = file =>
                            file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments(
                                "/assets",
                                StringComparison.Ordinal
                            )
                                ? KeptForAYear
                                : AskedAnew,
                    }
                );
            }
        );
    }

    public static void MapWebApp(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.MapFallback((RequestDelegate)(http => PageAsync(http, files))).AllowAnonymous();
        // What looks like a file and is none: an asset of a former release is gone, it is not the page.
        app.MapFallback("{*path:file}", () => Results.NotFound()).AllowAnonymous();
        app.MapGet("/" + Page, (RequestDelegate)(http => PageAsync(http, files))).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task PageAsync(HttpContext http, IFileProvider files)
    {
        var answer = http.Response;
        var page = files.GetFileInfo(Page);
        if (!page.Exists && http.Request.Path == "/")
            answer.Redirect("/swagger");
        else if (!page.Exists || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            answer.StatusCode = StatusCodes.Status404NotFound;
        else
            await WriteAsync(answer, page, http.RequestAborted);
    }

    private static async Task WriteAsync(HttpResponse answer, IFileInfo page, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(page.CreateReadStream());
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        answer.ContentType = "text/html; charset=utf-8";
        answer.Headers.ContentSecurityPolicy = Policy(nonce);
        answer.Headers.CacheControl = NeverStored; // the nonce is for once
        var html = await text.ReadToEndAsync(cancellationToken);
        await answer.WriteAsync(html.Replace(NoncePlace, nonce, StringComparison.Ordinal), cancellationToken);
    }

    // Mantine writes its variables into <style> elements: those carry the nonce, nothing else may style or run.
    private static string Policy(string nonce) =>
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-"
        + nonce
        + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    /// <summary>What every answer says to browsers, the page and the API alike.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var isSecure = app.Services.GetRequiredService<ServiceSettings>().PublicUrl.Scheme == Uri.UriSchemeHttps;
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers.XFrameOptions = "DENY";
                if (isSecure)
                    headers[HeaderNames.StrictTransportSecurity] = "max-age=31536000";
                return next(http);
            }
        );
    }
}
