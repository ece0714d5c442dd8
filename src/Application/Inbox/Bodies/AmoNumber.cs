using System.Globalization;

namespace AmoCrmQualification.Application.Inbox.Bodies;

/// <summary>Numbers in a form are text, and anything may stand there.</summary>
internal static class AmoNumber
{
    /// <summary>A positive id of at most 63 bits, else null.</summary>
    public static long? Id(string? text) => Whole(text) is > 0 and var id ? id : null;

    /// <summary>Digits alone, blanks around them aside; else null.</summary>
    public static long? Whole(string? text) =>
        long.TryParse(
            text,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>amoCRM leaves a number out, sends it empty, or sends 0, when there is none.</summary>
    public static bool IsMissing(string? text) => string.IsNullOrEmpty(text) || text == "0";

    /// <summary>Whole currency units; a fraction, which new accounts may send, is rounded half up.</summary>
    public static long? Price(string? text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign
                | NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var price
        )
        && Math.Abs(price) < long.MaxValue
            ? (long)Math.Round(price, MidpointRounding.AwayFromZero)
            : null;
}
