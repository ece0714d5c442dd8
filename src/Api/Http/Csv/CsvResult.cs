namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>Answers with a table that is only ever a file.</summary>
internal sealed class CsvResult(CsvTable table) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => CsvFile.WriteAsync(context.HttpContext, table);
}
