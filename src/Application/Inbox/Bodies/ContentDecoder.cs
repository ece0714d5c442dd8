using System.IO.Compression;

namespace AmoCrmQualification.Application.Inbox.Bodies;

/// <summary>Undoes a Content-Encoding, and stops at a bound: a body of 1 MiB may hold a gigabyte of zeros.</summary>
public static class ContentDecoder
{
    /// <summary>More than a form of <see cref="Forms.PhpForm.MostKeys"/> keys takes in any delivery of amoCRM.</summary>
    public const int MostBytes = 4 << 20;

    private const int MostCodings = 3;

    /// <summary>Null when it is not encoded as it says.</summary>
    /// <exception cref="BodyTooLargeException">It has more than <see cref="MostBytes"/>.</exception>
    internal static byte[]? Decode(byte[] body, string contentEncoding)
    {
        var codings = contentEncoding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (codings.Length > MostCodings)
            return null;

        var decoded = body;
        foreach (var coding in codings.Reverse()) // they are named in the order they were applied in
        {
            if (Undo(coding, decoded) is not { } undone)
                return null;
            decoded = undone;
        }

        return decoded;
    }

    private static byte[]? Undo(string coding, byte[] body) =>
        coding.ToLowerInvariant() switch
        {
            "identity" => body,
            "gzip" or "x-gzip" => Read(body, stream => new GZipStream(stream, CompressionMode.Decompress)),
            "br" => Read(body, stream => new BrotliStream(stream, CompressionMode.Decompress)),
            // The standard means zlib's wrapping; some senders leave it out.
            "deflate" => Read(body, stream => new ZLibStream(stream, CompressionMode.Decompress))
                ?? Read(body, stream => new DeflateStream(stream, CompressionMode.Decompress)),
            _ => null,
        };

    private static byte[]? Read(byte[] body, Func<Stream, Stream> decompress)
    {
        using var stream = decompress(new MemoryStream(body));
        using var decoded = new MemoryStream();
        var buffer = new byte[16 << 10];
        try
        {
            while (stream.Read(buffer) is > 0 and var length)
            {
                if (decoded.Length + length > MostBytes)
                    throw new BodyTooLargeException();
                decoded.Write(buffer, 0, length);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return null;
        }

        return decoded.ToArray();
    }
}

/// <summary>A compressed body is larger than any delivery of amoCRM.</summary>
internal sealed class BodyTooLargeException() : Exception($"The body has more than {ContentDecoder.MostBytes} bytes.");
