namespace AmoCrmQualification.Application.Digests;

/// <summary>The forms of a message: plain, Telegram's HTML, and an e-mail that reads well on a phone.</summary>
internal static class DigestForms
{
    public static string Plain(DigestBody body) =>
        string.Join("\n\n", [body.Title, .. body.Blocks.Select(Plain), $"{body.Link.Text}: {body.Link.Url}"]);

    public static string Telegram(DigestBody body) =>
        string.Join(
            "\n\n",
            [
                $"<b>{Escape(body.Title)}</b>",
                .. body.Blocks.Select(block => string.Join('\n', Parts(block.Heading, "b", block.Lines.Select(Escape)))),
                $"<a href=\"{Escape(body.Link.Url)}\">{Escape(body.Link.Text)}</a>",
            ]
        );

    public static string Email(DigestBody body, string language, DigestLink unsubscribe) =>
        $"""
            <!doctype html>
            <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{Escape(body.Title)}</title></head>
            <body style="margin:0 auto;padding:16px;max-width:560px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#1f2933">
            <h1 style="margin:0 0 12px;font-size:20px;line-height:1.3">{Escape(body.Title)}</h1>
            {string.Join('\n', body.Blocks.Select(Email))}
            <p style="margin:20px 0"><a href="{Escape(body.Link.Url)}">{Escape(body.Link.Text)}</a></p>
            <p style="margin:20px 0 0;font-size:13px"><a style="color:#52606d" href="{Escape(unsubscribe.Url)}">{Escape(
                unsubscribe.Text
            )}</a></p>
            </body></html>
            """;

    private static string Plain(DigestBlock block) =>
        string.Join('\n', block.Heading is null ? block.Lines : [block.Heading, .. block.Lines]);

    private static string Email(DigestBlock block) =>
        (block.Heading is null ? "" : $"<h2 style=\"margin:20px 0 4px;font-size:16px\">{Escape(block.Heading)}</h2>\n")
        + $"<p style=\"margin:0\">{string.Join("<br>\n", block.Lines.Select(Escape))}</p>";

    private static IEnumerable<string> Parts(string? heading, string tag, IEnumerable<string> lines) =>
        heading is null ? lines : lines.Prepend($"<{tag}>{Escape(heading)}</{tag}>");

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
