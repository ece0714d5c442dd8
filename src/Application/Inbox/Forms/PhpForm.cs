using System.Buffers;

namespace AmoCrmQualification.Application.Inbox.Forms;

/// <summary>
/// Parses <c>application/x-www-form-urlencoded</c> bodies with PHP's bracketed keys, as amoCRM sends them:
/// <c>leads[status][0][id]=5</c>, the brackets percent-encoded or not. Time and memory are linear in the body.
/// </summary>
public static class PhpForm
{
    /// <summary>Keys in one form, repeated ones counted each time.</summary>
    public const int MostKeys = 20_000;

    /// <summary>Levels of one key, the name before the first bracket included; deeper keys are skipped and counted.</summary>
    public const int MostLevels = 16;

    /// <summary>
    /// The root of the form. Broken escapes stay as they are, invalid UTF-8 and NUL become U+FFFD, a later value replaces
    /// an earlier one of the same key: so any body gives a tree.
    /// </summary>
    /// <exception cref="FormTooLargeException">The form has more than <see cref="MostKeys"/> keys.</exception>
    public static FormNode Parse(ReadOnlySpan<byte> body)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(body.Length);
        var chars = ArrayPool<char>.Shared.Rent(body.Length);
        try
        {
            return Parse(body, new FormDecoder(bytes, chars));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true); // names and phones of people
            ArrayPool<char>.Shared.Return(chars, clearArray: true);
        }
    }

    private static FormNode Parse(ReadOnlySpan<byte> body, FormDecoder decoder)
    {
        var root = new FormNode();
        var keys = 0;
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
                continue;
            if (++keys > MostKeys)
                throw new FormTooLargeException(MostKeys);

            var equals = pair.IndexOf((byte)'=');
            Add(root, pair[..(equals < 0 ? pair.Length : equals)], equals < 0 ? [] : pair[(equals + 1)..], decoder);
        }

        return root;
    }

    private static void Add(FormNode root, ReadOnlySpan<byte> rawKey, ReadOnlySpan<byte> rawValue, FormDecoder decoder)
    {
        if (root.Descendant(decoder.Key(rawKey)) is { } node)
            node.Value = decoder.Value(rawValue);
        else
            root.SkippedKeys++;
    }
}
