using System.Globalization;
using System.Text.Json;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Json;

/// <summary>Reads single values, whatever type PHP has given them. Null where one says nothing of what is asked.</summary>
internal static class TolerantValues
{
    private const NumberStyles Numeric =
        NumberStyles.AllowLeadingSign
        | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowExponent
        | NumberStyles.AllowLeadingWhite
        | NumberStyles.AllowTrailingWhite;

    /// <summary>PHP's "" stands for null.</summary>
    public static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    public static decimal? Number(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
            JsonValueKind.String
                when decimal.TryParse(value.GetString(), Numeric, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };

    public static long? Whole(JsonElement value) =>
        Number(value) is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;

    public static int? Small(JsonElement value) =>
        Whole(value) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public static bool? Flag(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
            _ => Whole(value) switch
            {
                0 => false,
                1 => true,
                _ => null,
            },
        };
}
