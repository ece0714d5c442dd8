namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Reads a line as a heading: as a person mapped it, as our own, or as a platform's.</summary>
internal static class HeadingReader
{
    /// <summary>The heading; null when the line is none that is known.</summary>
    public static FileHeading? Recognise(FileLine line, ColumnMappings mappings)
    {
        var headings = Headings(line);
        if (mappings.Find(headings) is { } mapping)
            return Checked(Mapped(line.Number, headings, mapping));
        if (mappings.MustFit)
            return null;
        if (Plain(line.Number, headings) is { Errors: [] } plain)
            return plain;
        return ReportFormats.Recognise(headings) is { } report ? Reported(line.Number, headings, report) : null;
    }

    /// <summary>The heading of an unknown file, with likely meanings of its columns and the reason for its refusal.</summary>
    public static FileHeading Guess(FileLine line, ColumnMappings mappings)
    {
        var headings = Headings(line);
        var plain = Plain(line.Number, headings);
        var guessed = Mapped(line.Number, headings, mapping: null) with { Format = SpendFormat.Plain };
        var unmapped = new LineError(
            line.Number,
            LineFault.UnknownColumns,
            "No line of the file has all the columns that were mapped."
        );
        return guessed with { Errors = mappings.MustFit ? [unmapped] : plain.Errors };
    }

    private static FileHeading Plain(int line, IReadOnlyList<string> headings)
    {
        var columns = headings.Select(heading => new FileColumn(heading, SpendColumns.Find(heading))).ToList();
        return Checked(new(SpendFormat.Plain, line, columns));
    }

    /// <summary>A column that is not mapped keeps its usual meaning, unless another column has it already.</summary>
    private static FileHeading Mapped(int line, IReadOnlyList<string> headings, ColumnMapping? mapping)
    {
        var taken = mapping?.Columns.Values.OfType<SpendColumn>().ToHashSet() ?? [];
        var columns = headings.Select(heading =>
        {
            var unit = HeadingText.Names(heading).Last().Unit;
            if (mapping is not null && mapping.Columns.TryGetValue(HeadingText.Fold(heading), out var meant))
                return new FileColumn(heading, meant, unit);
            var usual = Usual(heading);
            return new FileColumn(heading, usual is { } meaning && taken.Add(meaning) ? usual : null, unit);
        });
        return new(SpendFormat.Mapped, line, [.. columns]);
    }

    private static SpendColumn? Usual(string heading)
    {
        var meaning = SpendColumns.Find(heading) ?? ReportFormats.Meaning(heading);
        return meaning == SpendColumn.PeriodStart ? SpendColumn.Date : meaning;
    }

    private static FileHeading Reported(int line, IReadOnlyList<string> headings, ReportFormat report)
    {
        var heading = new FileHeading(report.Format, line, report.Columns(headings), report);
        return heading with { Errors = [.. ReportFaults.Find(heading, headings)] };
    }

    private static FileHeading Checked(FileHeading heading)
    {
        var known = heading.Columns.Select(column => column.Meaning).OfType<SpendColumn>().ToList();
        if (SpendColumns.Missing(heading.Line, known) is { } missing)
            return heading with { Errors = [missing] };
        return known.Count == known.Distinct().Count()
            ? heading
            : heading with
            {
                Errors = [new(heading.Line, LineFault.UnknownColumns, "The first line names a column twice.")],
            };
    }

    private static List<string> Headings(FileLine line) => [.. line.Cells.Select(cell => cell?.Text ?? "")];
}
