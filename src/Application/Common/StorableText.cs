using System.Text;

namespace AmoCrmQualification.Application.Common;

/// <summary>
/// Text that can be stored, compared and searched: no NUL, which PostgreSQL refuses, no half of a surrogate pair and none of
/// Unicode's 66 noncharacters, over which normalization fails. Checked once, where a text enters.
/// </summary>
public static class StorableText
{
    public static bool Accepts(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return false;
        // All else that is at fault lies above the surrogates' beginning: what is written in practice is not looked at twice.
        var rest = text.IndexOfAnyInRange('\uD800', '\uFFFF') is >= 0 and var at ? text[at..] : [];
        while (!rest.IsEmpty)
        {
            if (
                Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done
                || IsNoncharacter(rune.Value)
            )
                return false;
            rest = rest[length..];
        }

        return true;
    }

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
