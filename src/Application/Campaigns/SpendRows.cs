using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Context of a file: the account's currency, time zone and latest day.</summary>
/// <param name="Currency">The account's; null as long as it is unknown.</param>
/// <param name="Zone">Where its days are days.</param>
/// <param name="Latest">No day is later.</param>
internal sealed record SpendSetting(string? Currency, TimeZoneInfo Zone, DateOnly Latest);

/// <summary>Makes rows of a file's lines, and says of each line that is none why.</summary>
internal static class SpendRows
{
    public static (IReadOnlyCollection<SpendRow> Rows, IReadOnlyList<LineError> Errors) Read(
        IReadOnlyList<SpendLine> lines,
        SpendSetting setting
    )
    {
        var reader = new SpendLineReader(
            new SpendNumbers(lines),
            new SpendDays(lines, setting.Zone, setting.Latest),
            setting.Currency
        );
        Dictionary<(DateOnly, string?, CreativeId?), SpendRow> rows = new(lines.Count);
        List<LineError> errors = [];
        foreach (var line in lines)
        {
            var (row, faults) = reader.Read(line);
            errors.AddRange(faults);
            // Neither of the two is surely the right one: an export by region has a line for each, and they add up.
            if (row is not null && !rows.TryAdd(SubjectOf(row), row))
                errors.Add(DuplicateOf(rows[SubjectOf(row)], row));
        }

        if (RoundedIds.Has(rows.Values))
            errors.AddRange(rows.Values.Where(row => row.AdId is not null).Select(Rounded));
        return (rows.Values, errors);
    }

    /// <summary>A row that names both is the ad's.</summary>
    private static (DateOnly, string?, CreativeId?) SubjectOf(SpendRow row) =>
        (row.Date, row.AdId, row.AdId is null ? row.CreativeId : null);

    private static LineError DuplicateOf(SpendRow first, SpendRow row) =>
        new(row.Line, LineFault.DuplicateLine, $"Line {first.Line} tells of the same day of the same ad or creative.");

    private static LineError Rounded(SpendRow row) =>
        new(
            row.Line,
            LineFault.DamagedIds,
            $"ad_id lost its last digits in a spreadsheet: {AdIdText.Remedy}.",
            SpendColumns.NameOf(SpendColumn.AdId),
            row.AdId
        );
}
