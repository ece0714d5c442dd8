using System.Text;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>The text of a file that does not say how it is encoded.</summary>
internal static class FileText
{
    private const int Cyrillic = 1251;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>By its byte order mark; else UTF-8; what is no UTF-8 a Russian spreadsheet wrote.</summary>
    public static string Of(ReadOnlySpan<byte> file) =>
        file switch
        {
            [0xEF, 0xBB, 0xBF, .. var text] => EightBit(text),
            [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
            [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
            _ => EightBit(file),
        };

    private static string EightBit(ReadOnlySpan<byte> text)
    {
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
