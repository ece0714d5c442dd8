namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>The reasons why the report of a platform cannot be taken, with what to choose there.</summary>
internal static class ReportFaults
{
    public static IEnumerable<LineError> Find(FileHeading heading, IReadOnlyList<string> headings)
    {
        var report = heading.Report!;
        if (!heading.Has(SpendColumn.Date))
            yield return PeriodTotal(heading.Line, report);
        if (!heading.Has(SpendColumn.AdId) && !heading.Has(SpendColumn.AdName))
            yield return new(
                heading.Line,
                LineFault.NoAdIds,
                $"The report does not tell ads apart: add the column {report.IdColumn} and export it again."
            );
        var amounts = report.SpendHeadings(headings, heading.Find(SpendColumn.Spend)!);
        if (amounts.Count > 1)
            yield return new(
                heading.Line,
                LineFault.CurrencyConflict,
                $"The report has several columns of spend ({string.Join(", ", amounts)}): export one currency alone.",
                SpendColumns.NameOf(SpendColumn.Spend)
            );
    }

    public static LineError PeriodTotal(int line, ReportFormat? report) =>
        new(
            line,
            LineFault.PeriodTotal,
            $"This is the total of a period: choose {report?.DayAdvice ?? "a breakdown by days"} and export it again.",
            SpendColumns.NameOf(SpendColumn.Date)
        );

    public static LineError NameUnknown(int line, string name, bool isAmbiguous, ReportFormat? report) =>
        new(
            line,
            LineFault.NoAdIds,
            (isAmbiguous ? "Several known ads have this name" : "No known ad has this name")
                + $": add the column {report?.IdColumn ?? "ad_id"} and export it again.",
            SpendColumns.NameOf(SpendColumn.AdName),
            name
        );
}
