using System.Text;
using System.Text.Json;
using AmoCrmQualification.Application.Inbox.Forms;

namespace AmoCrmQualification.Application.Inbox.Bodies;

/// <summary>A delivery's body as what it is, whatever its content type says: a form, or JSON that means the same.</summary>
internal sealed class DeliveryBody
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly string? _decodingProblem;

    private DeliveryBody(ReadOnlyMemory<byte> utf8, string? decodingProblem) =>
        (_utf8, _decodingProblem) = (utf8, decodingProblem);

    /// <summary>Decompressed, for people to read; bytes that are no text are shown as U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(_utf8.Span);

    public static DeliveryBody Open(byte[] body, string? contentEncoding)
    {
        if (contentEncoding is null || body.Length == 0)
            return new(BodyText.From(body), decodingProblem: null);
        try
        {
            // Left as it came when it is not encoded as it says: a proxy may have undone it and left the header.
            return ContentDecoder.Decode(body, contentEncoding) is { } decoded
                ? new(BodyText.From(decoded), decodingProblem: null)
                : new(BodyText.From(body), BodyProblem.UnreadableEncoding);
        }
        catch (BodyTooLargeException)
        {
            return new(default, BodyProblem.TooLarge);
        }
    }

    /// <summary>The form, and why there is nothing in it if there is not.</summary>
    /// <exception cref="FormTooLargeException">It has more keys than any delivery of amoCRM.</exception>
    public (FormNode Form, string? Problem) Read()
    {
        var (form, problem) = Read(BodyText.Trim(_utf8).Span);
        return (form, form.Children.Count == 0 ? _decodingProblem ?? problem : null);
    }

    /// <summary>Why nothing was found in a body that could be read.</summary>
    public string NothingFound => _decodingProblem ?? BodyProblem.NoEntities;

    private static (FormNode Form, string? Problem) Read(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return (new FormNode(), BodyProblem.Empty);
        if (IsMultipart(text))
            return (new FormNode(), BodyProblem.Multipart);
        if (text[0] is not ((byte)'{' or (byte)'['))
            return (PhpForm.Parse(text), null);
        try
        {
            return (JsonForm.Parse(text), null);
        }
        catch (JsonException)
        {
            return (new FormNode(), BodyProblem.InvalidJson);
        }
    }

    /// <summary>Its parts begin with the boundary and say how they are disposed.</summary>
    private static bool IsMultipart(ReadOnlySpan<byte> text) =>
        text.StartsWith("--"u8)
        && Encoding
            .Latin1.GetString(text[..Math.Min(text.Length, 1024)])
            .Contains("\nContent-Disposition:", StringComparison.OrdinalIgnoreCase);
}
