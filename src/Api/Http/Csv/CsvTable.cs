namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>A table whose rows may be read while they are written.</summary>
internal sealed record CsvTable(IReadOnlyList<CsvColumn> Columns, IAsyncEnumerable<object> Rows)
{
    public static CsvTable From<TRow>(IEnumerable<TRow> rows)
        where TRow : notnull => new(CsvColumn.Build(typeof(TRow)), rows.Cast<object>().ToAsyncEnumerable());
}
