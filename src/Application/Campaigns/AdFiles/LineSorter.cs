using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Tells the rows under a heading from titles, totals and notes.</summary>
internal sealed partial class LineSorter(FileHeading heading)
{
    private readonly List<SpendLine> _lines = [];
    private readonly List<SkippedLine> _skipped = [];
    private readonly string?[] _samples = new string?[heading.Columns.Count];
    private SpendLine? _total;

    public SpendTable Table =>
        new(_lines, heading.Ignored)
        {
            Heading = heading,
            Skipped = _skipped,
            Samples = _samples,
            Total = _total,
        };

    public void Add(FileLine line)
    {
        if (line.Number < heading.Line)
            _skipped.Add(new(line.Number, SkipReason.Title));
        else if (line.Number > heading.Line)
            AddBelow(line);
    }

    private void AddBelow(FileLine line)
    {
        var row = Row(line);
        if (IsTotal(line, row))
        {
            _skipped.Add(new(line.Number, SkipReason.Total));
            _total = row[SpendColumn.Spend] is null ? _total : row;
        }
        else if (heading.Report is not null && line.Width == 1 && row[SpendColumn.Spend] is null && row[SpendColumn.AdId] is null)
            _skipped.Add(new(line.Number, SkipReason.Note));
        else
        {
            _lines.Add(row);
            for (var i = 0; i < Math.Min(line.Cells.Count, _samples.Length); i++)
                _samples[i] ??= line.Cells[i]?.Shown;
        }
    }

    private SpendLine Row(FileLine line)
    {
        var width = heading.Columns.Count;
        var fault = line.Cells.Skip(width).Any(cell => cell is not null)
            ? "This line has more cells than the first: a number with a comma needs quotes."
            : null;
        var row = new SpendLine(line.Number) { Fault = line.Fault ?? fault };
        for (var i = 0; i < Math.Min(line.Cells.Count, width); i++)
            if (heading.Columns[i].Meaning is { } meaning)
                row[meaning] = line.Cells[i];
        // Platforms leave out what was not spent.
        if (heading.Report is not null && (row[SpendColumn.AdId] ?? row[SpendColumn.AdName]) is not null)
            row[SpendColumn.Spend] ??= new SpendCell("0");
        return row;
    }

    private bool IsTotal(FileLine line, SpendLine row)
    {
        var namesNothing = IsNothing(row[SpendColumn.AdId]) && row[SpendColumn.CreativeId] is null;
        if (!namesNothing)
            return false;
        var isOfNoDay = IsNothing(row[SpendColumn.Date]);
        if (isOfNoDay && line.Cells.Any(cell => cell is { Text: var text } && TotalWord().IsMatch(text)))
            return true;
        // Meta tells the total in a line without names; without a breakdown by days it has the period's days.
        return heading.Report is not null
            && IsNothing(row[SpendColumn.AdName])
            && (isOfNoDay || heading.Has(SpendColumn.PeriodEnd));
    }

    private static bool IsNothing(SpendCell? cell) => cell is not { Text: var text } || TotalWord().IsMatch(text);

    [GeneratedRegex(
        @"^(total|totals|grand total|итого|всего|общий итог|усього|всього|разом)(\b|\z)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TotalWord();
}
