using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Separator of a CSV: as declared in its first line (<c>sep=;</c>), else the most frequent one in its header.</summary>
internal static partial class CsvSeparator
{
    public static readonly IReadOnlyList<char> Common = [';', ',', '\t'];

    /// <summary>The separator, where the table starts, and how many lines stand before that.</summary>
    public static (char Separator, int Start, int LinesBefore) In(string text)
    {
        var (from, to) = FirstLine(text);
        var first = text[from..to];
        if (Declaration().Match(first) is not { Success: true } declaration)
            return (Common.MaxBy(separator => Quoted().Replace(first, "").Count(c => c == separator)), 0, 0);

        var start = to + (text.AsSpan(to).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : Math.Min(1, text.Length - to));
        var lines = LineEnd().Count(text[..start]);
        return declaration.Groups["separator"].Value is [var declared, ..]
            ? (declared == '\\' ? '\t' : declared, start, lines)
            : throw new InvalidLinesException(
                Math.Max(1, lines),
                LineFault.UnreadableFile,
                "A separator is declared as sep=; or sep=, or sep= and a tab."
            );
    }

    /// <summary>The first line that says anything: blanks and separators do not.</summary>
    private static (int From, int To) FirstLine(string text)
    {
        for (var from = 0; ; )
        {
            var length = text.AsSpan(from).IndexOfAny('\r', '\n');
            var to = length < 0 ? text.Length : from + length;
            if (length < 0 || Invisible.Without(text[from..to]).AsSpan().ContainsAnyExcept(";, "))
                return (from, to);
            from = to + 1;
        }
    }

    // A spreadsheet that kept the line made a row of it, with as many separators as it has cells.
    [GeneratedRegex(
        """^[\s\p{Cf}]*"?sep=((?<separator>[;,\t|])\k<separator>*|(?<separator>\\t)|[^\r\n]?)"?\s*\z""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Declaration();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineEnd();
}
