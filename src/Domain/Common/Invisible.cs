using System.Globalization;
using System.Text;

namespace AmoCrmQualification.Domain.Common;

/// <summary>Characters that leave no mark on a page: blanks of every kind, byte order marks, marks of direction, fillers.</summary>
public static class Invisible
{
    // Letters and marks by their category, yet drawn as nothing.
    private const string Fillers = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    public static bool Has(Rune character) =>
        Rune.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || character.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF
        || (character.IsBmp && Fillers.Contains((char)character.Value, StringComparison.Ordinal));

    /// <summary>The text without them, blanks of every kind being plain ones, and none at its edges.</summary>
    public static string Without(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text.Trim();
        var seen = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
            if (Rune.IsControl(character))
                seen.Append(character); // breaks a line, or is no text at all: not for us to mend
            else if (Rune.IsWhiteSpace(character))
                seen.Append(' ');
            else if (!Has(character))
                seen.Append(character);
        return seen.ToString().Trim();
    }
}
