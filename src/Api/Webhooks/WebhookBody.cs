using System.Buffers;

namespace AmoCrmQualification.Api.Webhooks;

/// <summary>The bytes of a delivery as they come, whatever their type; they are understood later.</summary>
internal static class WebhookBody
{
    private const int MostBytes = 1 << 20;
    private const int LongestEncoding = 64;
    private const string Gzip = "gzip";

    /// <summary>Null when it is too large.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
            return null;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            var isTooLarge = read.Buffer.Length > MostBytes;
            var isOver = read.IsCompleted || isTooLarge;
            var body = isOver && !isTooLarge ? read.Buffer.ToArray() : null;
            reader.AdvanceTo(isOver ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (isOver)
                return body;
        }
    }

    /// <summary>Compression of the bytes; null for nearly all. Gzip is known by its first bytes too, as proxies lose headers.</summary>
    public static string? EncodingOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var named = request.Headers.ContentEncoding.ToString();
        if (named.Length is > 0 and <= LongestEncoding)
            return named;
        return named.Length == 0 && body.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) ? Gzip : null;
    }
}
