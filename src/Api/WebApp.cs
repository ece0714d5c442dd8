using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;

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

    public static void AddWebApp(this IServiceCollection services)
    {
        // Files only: answers of the API hold secrets beside what a caller chooses, which compression over TLS would tell.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        // A browser asks for a file once a release: a fifth less to load is worth some milliseconds.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

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

    /// <summary>The page, at every address that is none of the API and looks like no file: an asset of a former release is gone.</summary>
    public static async Task PageAsync(HttpContext http, IFileProvider files)
    {
        var (answer, path) = (http.Response, http.Request.Path.Value!);
        var isFile = path != "/" + Page && path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal);
        var page = files.GetFileInfo(Page);
        if (!isFile && page.Exists)
            await WriteAsync(answer, page, http.RequestAborted);
        else if (path == "/")
            answer.Redirect("/swagger");
        else
            answer.StatusCode = StatusCodes.Status404NotFound;
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
}
