using System.Text.RegularExpressions;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>amoCRM's reason for refusing as one short sentence that may be shown: no tokens, no markup, no control characters.</summary>
internal static partial class AmoSentence
{
    private const int Longest = 160;
    private const int ShortestSecret = 4;

    /// <param name="secrets">What the call carried: amoCRM may repeat it.</param>
    public static string? From(ProblemWire? problem, IEnumerable<string?> secrets)
    {
        if (problem is null)
            return null;
        var parts = new[] { problem.Title, problem.Detail, problem.Hint }
            .Concat((problem.ValidationErrors ?? []).SelectMany(e => e.Errors ?? []).Select(e => e.Detail ?? e.Code))
            .Select(part => Clean(part ?? "", secrets))
            .Where(part => part.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var sentence = string.Join(": ", parts);
        return sentence.Length == 0 ? null
            : sentence.Length <= Longest ? sentence
            : TextLength.Cut(sentence, Longest - 1) + "…";
    }

    private static string Clean(string text, IEnumerable<string?> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret is { Length: >= ShortestSecret })
                text = text.Replace(secret, "…", StringComparison.Ordinal);
        }

        return Blanks().Replace(LooksSecret().Replace(Markup().Replace(text, " "), "…"), " ").Trim().TrimEnd('.');
    }

    // A JWT, or a run of characters that no word has.
    [GeneratedRegex(@"eyJ[\w\-.]*|[A-Za-z0-9_\-]{24,}", RegexOptions.NonBacktracking)]
    private static partial Regex LooksSecret();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();

    // Also invisible ones, which could turn the rest of a line around.
    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
