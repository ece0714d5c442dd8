using System.Text;

namespace AmoCrmQualification.Application.Inbox.Forms;

/// <summary>Undoes form encoding in borrowed buffers, each as long as the whole body.</summary>
internal readonly ref struct FormDecoder(Span<byte> bytes, Span<char> chars)
{
    private readonly Span<byte> _bytes = bytes;
    private readonly Span<char> _chars = chars;

    /// <summary>Valid until the next key is decoded.</summary>
    public ReadOnlySpan<char> Key(ReadOnlySpan<byte> encoded)
    {
        var key = _chars[..Encoding.UTF8.GetChars(Unescape(encoded), _chars)];
        key.Replace('\0', '\uFFFD');
        return key;
    }

    public string Value(ReadOnlySpan<byte> encoded) => Encoding.UTF8.GetString(Unescape(encoded)).Replace('\0', '\uFFFD');

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> encoded)
    {
        if (!encoded.ContainsAny((byte)'%', (byte)'+'))
            return encoded;

        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && TryEscape(encoded[(i + 1)..], out _bytes[length]))
                i += 2;
            else
                _bytes[length] = encoded[i] == '+' ? (byte)' ' : encoded[i];

            length++;
        }

        return _bytes[..length];
    }

    private static bool TryEscape(ReadOnlySpan<byte> hex, out byte value)
    {
        value = 0;
        if (hex.Length < 2 || !char.IsAsciiHexDigit((char)hex[0]) || !char.IsAsciiHexDigit((char)hex[1]))
            return false;

        value = (byte)(HexValue(hex[0]) << 4 | HexValue(hex[1]));
        return true;
    }

    private static int HexValue(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
