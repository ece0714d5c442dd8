using System.Text;

namespace AmoCrmQualification.Integration.Tests.Campaigns;

/// <summary>What a body is called, and what it is: by content type and by its own bytes.</summary>
internal sealed class AdSpendKindTests : ApiTest
{
    [TestCase("application/json", "")]
    [TestCase("application/json", "{")]
    [TestCase("application/json", "null")]
    [TestCase("application/json", "\"text\"")]
    [TestCase("application/json", "[null]")]
    [TestCase("application/json", "[{\"date\":\"\\ud800\"}]")]
    [TestCase("application/json", "[{\"date\":\"2026-11-01\",\"ad_id\":\"a\\u0000\",\"spend\":1}]")]
    [TestCase("text/csv", "")]
    [TestCase("text/csv", "\0")]
    [TestCase("text/csv", "date,ad_id,spend\n2026-11-01,\"a,5")]
    [TestCase("text/csv", "date,ad_id,spend\n2026-11-01,a\0,5")]
    [TestCase("text/csv", "date,ad_id,spend\n2026-11-01,a,1e99")]
    [TestCase("text/csv", "\"\";\"\"")]
    [TestCase("text/csv", "sep=\"\ndate,ad_id,spend\n2026-11-01,a,5")]
    [TestCase("text/csv", "sep= \ndate,ad_id,spend\n2026-11-01,a,5")]
    [TestCase("text/csv", "sep=\0")]
    [TestCase("text/csv", "sep=")]
    public async Task A_body_that_makes_no_rows_is_refused_by_its_lines(string type, string body)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendCsvAsync(Encoding.UTF8.GetBytes(body), type);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.Lines(), Is.Not.Empty);
        Assert.That(problem.GetRawText(), Does.Not.Contain("AmoCrmQualification.").And.Not.Contain("System."));
    }

    [TestCase("application/json")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("text/json")]
    [TestCase("application/vnd.api+json")]
    public async Task JSON_by_any_name_is_rows(string type)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendCsvAsync("""[{"date":"2026-11-01","ad_id":"a","spend":5}]"""u8.ToArray(), type);

        Assert.That((await JsonAsync(answer)).Number("accepted"), Is.EqualTo(1));
    }

    [TestCase("text/csv; charset=windows-1251; header=present")]
    [TestCase("application/csv")]
    [TestCase("text/x-csv")]
    [TestCase("text/comma-separated-values")]
    [TestCase("text/tab-separated-values")]
    [TestCase("text/plain; charset=utf-8")]
    [TestCase("application/vnd.ms-excel")]
    [TestCase("application/octet-stream")]
    [TestCase(null)]
    public async Task A_table_by_any_name_is_taken(string? type)
    {
        var account = await UnconnectedAccountAsync(new { currency = "RUB" });

        var answer = await account.SendCsvAsync("date\tad_id\tspend\n01.11.26\tad-1\t1 250,50 ₽\n"u8.ToArray(), type);

        Assert.That((await JsonAsync(answer)).Number("accepted"), Is.EqualTo(1));
        Assert.That(await account.SpentAsync(), Is.EqualTo(["2026-11-01 ad-1 1250.5 RUB"]));
    }

    [TestCase("application/pdf")]
    [TestCase("image/png")]
    [TestCase("application/xml")]
    public async Task A_body_of_another_kind_is_refused(string type)
    {
        var account = await UnconnectedAccountAsync();

        await ProblemAsync(
            await account.SendCsvAsync("date,ad_id,spend\n"u8.ToArray(), type),
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
    }
}
