using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Makes rows of a file's lines, and says of each line that is none why.</summary>
internal static class SpendRows
{
    public static SpendReading Read(SpendTable table, SpendSetting setting)
    {
        if (table.Heading.Errors is { Count: > 0 } refused)
            return new([], refused, 0);

        var written = table.Total is { } last ? [.. table.Lines, last] : table.Lines;
        var numbers = new SpendNumbers(written);
        var reader = new SpendLineReader(numbers, new(table.Lines, setting.Zone, setting.Latest), table.Heading, setting);
        var rows = new RowCollector(addsUp: table.Heading.Report is not null, table.Lines.Count);
        List<LineError> errors = [];
        foreach (var line in table.Lines)
        {
            var (row, faults) = reader.Read(line);
            errors.AddRange(faults);
            if (row is not null && rows.Add(row) is { } fault)
                errors.Add(fault);
        }

        if (RoundedIds.Has(rows.Rows))
            errors.AddRange(rows.Rows.Where(row => row.AdId is not null).Select(Rounded));
        if (MicrosCheck.Find(table, rows.Amounts, setting.Unit) is { } unclear)
            errors.Add(unclear);
        var reading = new SpendReading(rows.Rows, OnePeriod(errors), rows.Summed);
        return ControlTotals.Check(reading, table.Total, numbers, setting);
    }

    /// <summary>Every line of a total of a period is one; a single sentence says so.</summary>
    private static List<LineError> OnePeriod(List<LineError> errors)
    {
        var first = errors.Find(error => error.Code == LineFault.PeriodTotal);
        return errors.FindAll(error => error.Code != LineFault.PeriodTotal || error == first);
    }

    private static LineError Rounded(SpendRow row) =>
        new(
            row.Line,
            LineFault.DamagedIds,
            $"ad_id lost its last digits in a spreadsheet: {AdIdText.Remedy}.",
            SpendColumns.NameOf(SpendColumn.AdId),
            row.AdId
        );
}
