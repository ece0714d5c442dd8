using Microsoft.AspNetCore.Mvc.Filters;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>Format of an answer.</summary>
public enum AnswerFormat
{
    Json,
    Csv,
}

/// <summary>Answers <c>format=csv</c> as <c>Accept: text/csv</c>: a link cannot set a header.</summary>
internal sealed class CsvOnRequest : IResultFilter
{
    private const string Parameter = "format";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not ObjectResult { Value: { } answer } result || !CsvTables.Has(answer.GetType()))
            return;
        var format = context.HttpContext.Request.Query[Parameter].ToString();
        if (string.Equals(format, nameof(AnswerFormat.Csv), StringComparison.OrdinalIgnoreCase))
            result.ContentTypes = [CsvFile.MediaType];
        else if (string.Equals(format, nameof(AnswerFormat.Json), StringComparison.OrdinalIgnoreCase))
            result.ContentTypes = ["application/json"];
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}
