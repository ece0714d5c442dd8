using System.Text;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>The text of a file that does not say how it is encoded.</summary>
internal static class FileText
{
    private const int Cyrillic = 1251;
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// By its byte order mark, or by the zeros that every second byte of UTF-16 is in a table; else UTF-8; what is no UTF-8 a
    /// Russian spreadsheet wrote. Files that were put together have several marks.
    /// </summary>
    public static string Read(ReadOnlySpan<byte> file) =>
        (
            file switch
            {
                [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(file),
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(file),
                _ when IsZeroAt(1, file) => Encoding.Unicode.GetString(file),
                _ when IsZeroAt(0, file) => Encoding.BigEndianUnicode.GetString(file),
                _ => EightBit(file),
            }
        ).TrimStart(ByteOrderMark);

    /// <summary>Separators and digits make a quarter of every table, and no other encoding has zeros at all.</summary>
    private static bool IsZeroAt(int place, ReadOnlySpan<byte> file)
    {
        Span<int> zeros = [0, 0];
        for (var i = 0; i < file.Length; i++)
            if (file[i] == 0)
                zeros[i % 2]++;
        return zeros[place] > file.Length / 8 && zeros[1 - place] < zeros[place] / 8 + 1;
    }

    private static string EightBit(ReadOnlySpan<byte> text)
    {
        while (text is [0xEF, 0xBB, 0xBF, ..])
            text = text[3..];
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Cyrillic)!.GetString(text);
        }
    }
}
