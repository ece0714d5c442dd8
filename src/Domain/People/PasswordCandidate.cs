using System.Text.RegularExpressions;

namespace AmoCrmQualification.Domain.People;

/// <summary>A password as a guesser sees it: without blanks and case.</summary>
internal sealed class PasswordCandidate(string password)
{
    private const int ShortestPart = 2;
    private const int OwnCharacters = 6;

    private static readonly char[] Ornaments = [.. "0123456789!@#$%^&*()-_=+.,?~*'\"<>/\\|;:[]{}№"];
    private static readonly char[] Disguises = ['0', '1', '3', '4', '5', '7', '@', '$', '!'];
    private static readonly char[] Disguised = ['o', 'i', 'e', 'a', 's', 't', 'a', 's', 'i'];

    public string Text { get; } = string.Concat(password.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    public int DifferentCharacters => Text.Distinct().Count();

    /// <summary>On the list, or a word of it with digits and signs around or for letters, or such a one several times.</summary>
    public bool IsCommon
    {
        get
        {
            var unit = RepeatedUnit();
            return (unit.Length < Text.Length && unit.Length < PasswordRule.MinLength)
                || CommonPasswords.AreOfOneRow(unit)
                || CommonPasswords.Contain(unit)
                || IsWordWithOrnaments(unit);
        }
    }

    /// <summary>Nothing much is left of it without the parts of the e-mail.</summary>
    public bool RepeatsEmail(string email)
    {
        var parts = Regex
            .Split(email.ToLowerInvariant(), @"[^\p{L}\p{N}]+", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Where(part => part.Length >= ShortestPart)
            .OrderByDescending(part => part.Length)
            .ToList();
        var rest = parts.Aggregate(Text, (text, part) => text.Replace(part, "", StringComparison.Ordinal));
        return rest.Length < Text.Length && rest.Count(char.IsLetterOrDigit) < OwnCharacters;
    }

    private static bool IsWordWithOrnaments(string text)
    {
        var word = WithoutOrnaments(text);
        return word.Length * 2 >= text.Length
            && (
                CommonPasswords.Contain(word)
                || CommonPasswords.Contain(Undisguised(word))
                || CommonPasswords.Contain(WithoutOrnaments(Undisguised(text)))
            );
    }

    private static string WithoutOrnaments(string text) => text.Trim(Ornaments);

    private static string Undisguised(string text) =>
        string.Concat(text.Select(c => Array.IndexOf(Disguises, c) is >= 0 and var at ? Disguised[at] : c));

    private string RepeatedUnit() => Text[..((Text + Text).IndexOf(Text, 1, StringComparison.Ordinal))];
}
