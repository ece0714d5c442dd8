using System.Globalization;

namespace AmoCrmQualification.Application.Phones;

/// <summary>Decimal digits of every script: a person may type a phone in full-width or Arabic-Indic ones.</summary>
public static class PhoneDigits
{
    /// <summary>False for a text that cannot be meant as a phone at all.</summary>
    public static bool HasDigit(string? text)
    {
        for (var i = 0; text is not null && i < text.Length; i++)
        {
            if (ValueAt(text, i) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>The digit's value, or -1. A digit outside the basic plane counts at its first half only.</summary>
    public static int ValueAt(string text, int index)
    {
        var c = text[index];
        return char.IsAscii(c) ? AsciiValue(c) : CharUnicodeInfo.GetDecimalDigitValue(text, index);
    }

    private static int AsciiValue(char c) => char.IsAsciiDigit(c) ? c - '0' : -1;
}
