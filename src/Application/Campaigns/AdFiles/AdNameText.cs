namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Names of ads as they are stored and compared.</summary>
internal static class AdNameText
{
    private const int MaxLength = 500;

    public static string? Clean(SpendCell? cell)
    {
        if (cell is not { Text: var text })
            return null;
        var seen = TextLength.Cut(string.Concat(text.Where(c => !char.IsControl(c))), MaxLength);
        return seen.Length == 0 ? null : seen;
    }
}
