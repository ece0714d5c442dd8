using System.Globalization;
using System.Text.Json;
using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>Text of a CSV cell. A spreadsheet must show it, and never run it.</summary>
internal static class CsvCell
{
    /// <summary>Numbers are written as they are read where the file is opened.</summary>
    public static string Format(object? value, NumberFormatInfo numbers) =>
        value switch
        {
            null => "",
            string text => HarmlessText.Make(text),
            bool flag => flag ? "true" : "false",
            Enum word => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString()),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'",
                CultureInfo.InvariantCulture
            ),
            IEnumerable<MoneyView> sums => HarmlessText.Make(
                string.Join(" + ", sums.Select(sum => $"{sum.Amount.ToString(numbers)} {sum.Currency}".TrimEnd()))
            ),
            IEnumerable<LossOfCreative> losses => HarmlessText.Make(
                string.Join(" + ", losses.Select(loss => $"{loss.Leads.ToString(numbers)} {loss.CreativeId}"))
            ),
            IFormattable number => number.ToString(format: null, numbers),
            _ => HarmlessText.Make(value.ToString() ?? ""),
        };
}
