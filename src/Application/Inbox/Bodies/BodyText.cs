using System.Text;

namespace AmoCrmQualification.Application.Inbox.Bodies;

/// <summary>The text of a body as UTF-8, without byte order mark and, trimmed, without the line end that some senders add.</summary>
internal static class BodyText
{
    private static readonly byte[] EscapedMark = "%EF%BB%BF"u8.ToArray();

    public static ReadOnlyMemory<byte> From(byte[] body) =>
        Converted(Encoding.Unicode, body) ?? Converted(Encoding.BigEndianUnicode, body) ?? WithoutMark(body);

    public static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> text)
    {
        var first = text.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0)
            return default;
        var trimmed = text[first..(text.Span.LastIndexOfAnyExcept(" \t\r\n"u8) + 1)];
        return StartsWithEscapedMark(trimmed.Span) ? trimmed[EscapedMark.Length..] : trimmed;
    }

    /// <summary>UTF-16 is known by its mark; null when it is not there.</summary>
    private static byte[]? Converted(Encoding encoding, byte[] body) =>
        body.AsSpan().StartsWith(encoding.Preamble)
            ? Encoding.Convert(encoding, Encoding.UTF8, body, encoding.Preamble.Length, body.Length - encoding.Preamble.Length)
            : null;

    private static byte[] WithoutMark(byte[] body) =>
        body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    private static bool StartsWithEscapedMark(ReadOnlySpan<byte> text) =>
        text.Length >= EscapedMark.Length && Ascii.EqualsIgnoreCase(text[..EscapedMark.Length], EscapedMark);
}
