using System.Globalization;
using System.Text;
using AmoCrmQualification.Application.Phones;

namespace AmoCrmQualification.Application.Leads;

/// <summary>
/// One thing that a person looks for: a word, or the figures of a phone or an id in whatever form they were typed. A lead is
/// found when it has every term, in any order.
/// </summary>
/// <param name="Text">In lower case, ё as е.</param>
/// <param name="Digits">Empty when the term cannot be meant as a phone.</param>
/// <param name="Phones">LIKE patterns of the phone in E.164.</param>
internal sealed record SearchTerm(string Text, string Digits, IReadOnlyList<string> Phones)
{
    private const int MostTerms = 12;
    private const int FewestDigits = 2;

    private static readonly char[] s_quotes = ['"', '\'', '«', '»', '“', '”', '„'];

    /// <summary>Reads what was typed. Neighbouring words without a letter are one phone: <c>8 916 123-45-67</c>.</summary>
    public static IReadOnlyList<SearchTerm> Parse(string? typed)
    {
        var terms = new List<SearchTerm>();
        var figures = new List<string>();
        foreach (var word in WordsOf(typed ?? ""))
        {
            if (word.Any(char.IsLetter))
            {
                EndFigures();
                terms.Add(new(word, "", []));
            }
            else
            {
                figures.Add(word);
            }
        }

        EndFigures();
        return terms.Count > MostTerms ? terms[..MostTerms] : terms;

        void EndFigures()
        {
            if (figures.Count > 0)
                terms.Add(FromFigures(string.Join(' ', figures)));
            figures.Clear();
        }
    }

    private static IEnumerable<string> WordsOf(string typed) =>
        new string([.. typed.Select(c => char.IsWhiteSpace(c) || c is ',' or ';' or '№' or '#' ? ' ' : c)])
            .ToLowerInvariant()
            .Replace('ё', 'е') // as people type it, and as names are compared
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim(s_quotes))
            .Where(word => word.Length > 0);

    private static SearchTerm FromFigures(string text)
    {
        var digits = DigitsOf(text);
        return digits.Length < FewestDigits || !text.All(IsOfPhone)
            ? new(text, "", [])
            : new(text, digits, [.. PhonePatterns.From(digits, hasPlus: text[0] == '+')]);
    }

    private static bool IsOfPhone(char c) =>
        char.IsDigit(c)
        || c is ' ' or '+' or '(' or ')' or '.' or '/'
        || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.MathSymbol; // hyphens, dashes, minus

    private static string DigitsOf(string text)
    {
        var digits = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (PhoneDigits.ValueAt(text, i) is >= 0 and var digit)
                digits.Append((char)('0' + digit));
        }

        return digits.ToString();
    }
}
