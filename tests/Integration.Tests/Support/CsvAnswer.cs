using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Reads answers that are tables as files.</summary>
internal static class CsvAnswer
{
    /// <summary>The text of a CSV answer, without the mark that tells spreadsheets that it is UTF-8.</summary>
    public static async Task<string> CsvAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), Encoding.UTF8.GetString(bytes));
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/csv; charset=utf-8"));
        Assert.That(bytes[..3], Is.EqualTo(Encoding.UTF8.Preamble.ToArray()));
        return Encoding.UTF8.GetString(bytes[3..]);
    }

    /// <summary>The rows of a file, each by its headings.</summary>
    public static List<Dictionary<string, string>> Read(string csv, string separator = ",")
    {
        using var reader = new CsvReader(
            new StringReader(csv),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator }
        );
        reader.Read();
        reader.ReadHeader();
        List<Dictionary<string, string>> rows = [];
        while (reader.Read())
            rows.Add(reader.HeaderRecord!.ToDictionary(name => name, name => reader.GetField(name)!, StringComparer.Ordinal));
        return rows;
    }
}
