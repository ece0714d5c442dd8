namespace AmoCrmQualification.Application.Campaigns;

/// <summary>
/// Ids that a spreadsheet took for numbers and wrote out in full: it keeps fifteen digits and makes the rest zeros. One id may
/// end so by chance; not all of a file.
/// </summary>
internal static class RoundedIds
{
    private const int KeptDigits = 15;

    // One chance in ten thousand.
    private const int ZerosThatTell = 4;

    public static bool Has(IReadOnlyCollection<SpendRow> rows)
    {
        var ids = rows.Select(row => row.AdId)
            .OfType<string>()
            .Where(id => id.Length > KeptDigits && id.All(char.IsAsciiDigit))
            .ToHashSet(StringComparer.Ordinal);
        return ids.Count > 1
            && ids.All(id => id.AsSpan(KeptDigits).IndexOfAnyExcept('0') < 0)
            && ids.Sum(id => id.Length - KeptDigits) >= ZerosThatTell;
    }
}
