using System.Text.Json;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>The words of an enum, in snake_case.</summary>
internal static class SnakeCaseEnum<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>()
        .ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

    private static readonly Dictionary<string, TEnum> ByWord = ByValue.ToDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    public static string Format(TEnum value) => ByValue[value];

    public static TEnum Parse(string word) => ByWord[word];
}
