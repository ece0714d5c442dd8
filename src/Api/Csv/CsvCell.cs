using System.Globalization;
using System.Text.Json;
using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Api.Csv;

/// <summary>What stands in a cell. A spreadsheet must show it, and never run it.</summary>
internal static class CsvCell
{
    private const string Quote = "'";

    /// <summary>Numbers are written as they are read where the file is opened.</summary>
    public static string Of(object? value, NumberFormatInfo numbers) =>
        value switch
        {
            null => "",
            string text => Harmless(text),
            bool flag => flag ? "true" : "false",
            Enum word => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString()),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'",
                CultureInfo.InvariantCulture
            ),
            IEnumerable<MoneyView> sums => Harmless(
                string.Join(" + ", sums.Select(sum => $"{sum.Amount.ToString(numbers)} {sum.Currency}".TrimEnd()))
            ),
            IFormattable number => number.ToString(format: null, numbers),
            _ => Harmless(value.ToString() ?? ""),
        };

    /// <summary>Text that begins as a formula does is marked as text. A plain number is a number, negative ones too.</summary>
    private static string Harmless(string text) =>
        text.Length > 0
        && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
        && !IsNegative(text)
            ? Quote + text
            : text;

    private static bool IsNegative(string text) =>
        text[0] == '-'
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out _
        );
}
