using System.Globalization;
using System.Text;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>
/// Text that no spreadsheet runs, whichever separator it splits the file at. docs/csv.md has the rule, which the web app's
/// own download follows too; tests/csv-cells.json has its examples.
/// </summary>
internal static class HarmlessText
{
    private const char Mark = '\'';

    public static string Make(string text) => IsNegative(text) ? text : Marked(text);

    private static bool IsNegative(string text) =>
        text is ['-', ..]
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out _
        );

    private static string Marked(string text)
    {
        var marked = new StringBuilder(text);
        var isFormulaAhead = false;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            isFormulaAhead = BeginsFormula(text[i]) || (isFormulaAhead && IsDropped(text[i]));
            if (isFormulaAhead && (i == 0 || (EndsCell(text[i - 1]) && text[(i - 1)..(i + 1)] != "\r\n")))
                marked.Insert(i, Mark);
        }
        if (text is ['\t' or '\r' or '\n', ..] && !isFormulaAhead)
            marked.Insert(0, Mark);
        return marked.ToString();
    }

    private static bool BeginsFormula(char c) => c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';

    private static bool EndsCell(char c) => c is ',' or ';' or '\t' or '\r' or '\n';

    /// <summary>True for invisible characters, and for quotes, which a reader with another separator removes.</summary>
    private static bool IsDropped(char c) => c == '"' || !Rune.TryCreate(c, out var whole) || Invisible.Has(whole);
}
