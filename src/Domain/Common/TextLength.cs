namespace AmoCrmQualification.Domain.Common;

/// <summary>Shortens texts between characters: half of one that takes two code units can be neither stored nor sent.</summary>
public static class TextLength
{
    /// <param name="longest">In code units, as lengths of texts are.</param>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
