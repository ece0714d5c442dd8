using System.Globalization;

namespace AmoCrmQualification.Infrastructure.Phones;

internal enum PhoneCharacter
{
    Other,
    Plus,
    Space,
    Punctuation,
    Slash,
    Ignored,
}

/// <summary>The part each character may play in a phone; digits are found by PhoneDigits.</summary>
internal static class PhoneCharacters
{
    public static PhoneCharacter KindOf(char c) =>
        c switch
        {
            '+' or '＋' or '﹢' or '➕' => PhoneCharacter.Plus,
            ' ' or '\t' => PhoneCharacter.Space,
            '-' or '.' or '~' or '(' or ')' or '[' or ']' => PhoneCharacter.Punctuation,
            '．' or '·' or '（' or '）' or '［' or '］' or '\u2212' or '\u30FC' => PhoneCharacter.Punctuation,
            '/' or '／' => PhoneCharacter.Slash,
            _ when char.IsAscii(c) => PhoneCharacter.Other,
            _ => KindOf(char.GetUnicodeCategory(c)),
        };

    // Format and combining characters come with numbers copied from messengers (direction marks, keycap emoji).
    private static PhoneCharacter KindOf(UnicodeCategory category) =>
        category switch
        {
            UnicodeCategory.SpaceSeparator => PhoneCharacter.Space,
            UnicodeCategory.DashPunctuation => PhoneCharacter.Punctuation,
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => PhoneCharacter.Ignored,
            _ => PhoneCharacter.Other,
        };
}
