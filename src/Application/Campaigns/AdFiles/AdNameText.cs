namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Names of ads as they are stored and compared.</summary>
internal static class AdNameText
{
    private const int MaxLength = 500;

    public static string? Clean(SpendCell? cell)
    {
        if (cell is not { Text: var text })
            return null;
        var seen = string.Concat(text.Where(c => !char.IsControl(c)));
        if (seen.Length > MaxLength)
            seen = seen[..(char.IsHighSurrogate(seen[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        return seen.Length == 0 ? null : seen;
    }
}
