using System.Collections.Frozen;

namespace AmoCrmQualification.Domain.People;

/// <summary>Passwords tried first: often leaked ones, and the rows of keyboards and alphabets.</summary>
internal static class CommonPasswords
{
    private const string Resource = "AmoCrmQualification.CommonPasswords.txt";

    private static readonly string[] Rows = WithReversed(
        "01234567890123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
        "qwertyuiopasdfghjklzxcvbnm",
        "йцукенгшщзхъфывапролджэячсмитьбю.",
        "1q2w3e4r5t6y7u8i9o0p",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "qazwsxedcrfvtgbyhnujm"
    );

    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    public static bool Contain(string text) => List.Value.Contains(text);

    public static bool AreOfOneRow(string text) => Rows.Any(row => row.Contains(text, StringComparison.Ordinal));

    private static string[] WithReversed(params IEnumerable<string> rows) =>
        [.. rows.SelectMany(row => new[] { row, string.Concat(row.Reverse()) })];

    private static FrozenSet<string> Read()
    {
        using var lines = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!);
        return lines
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("# ", StringComparison.Ordinal))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
