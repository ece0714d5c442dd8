using System.ComponentModel.DataAnnotations;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>Query parameters for tables.</summary>
public record TableForm
{
    /// <summary>As JSON, or as CSV: UTF-8 with a byte order mark. <c>Accept: text/csv</c> asks for the same.</summary>
    [FromQuery(Name = "format")]
    public AnswerFormat? Format { get; init; }

    /// <summary>Of CSV: a comma; or a semicolon, as Russian spreadsheets expect, which makes decimals have a comma; or a tab.</summary>
    [FromQuery(Name = CsvFile.SeparatorParameter)]
    [DisplayFormat(ConvertEmptyStringToNull = false)] // else a blank, or the end of a line, would count as none
    [RegularExpression("[,;\t]", ErrorMessage = "A separator is a comma, a semicolon or a tab.")]
    public string? Separator { get; init; }
}
