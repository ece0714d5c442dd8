using AmoCrmQualification.Integration.Tests.Analytics;
using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Leads;

/// <summary>An export is asked for as the list is.</summary>
internal sealed class LeadExportFilterTests : ApiTest
{
    [Test]
    public async Task Its_filters_are_those_of_the_list()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(new { time_zone = "UTC" }), "A", "Q*", "B");
        var account = pipeline.Account;
        var direction = await account.DirectionAsync();
        var creative = await account.CreativeAsync(direction);
        await pipeline.LeadAsync("A@0 Q@60 B@120", creative);
        await pipeline.LeadAsync("A@0 B@4000", createdMinute: 2000);
        await pipeline.LeadAsync("A@0 lost@60", creative, createdMinute: 5000);
        await pipeline.LeadAsync("A@0 Q@3000 won@3010");
        await account.InsertSaleAsync(creative, 900, "RUB");
        var named = await account.LeadAsync(new { source_type = "manual", email = "b@example.ru" });
        await account.SendAsync(HttpMethod.Patch, $"/api/leads/{named.Id()}", new { is_test = true });

        string[] filters =
        [
            "",
            $"creativeId={creative}",
            "creativeId=unknown",
            $"directionId={direction}",
            "from=2026-03-03",
            "to=2026-03-03",
            "from=2026-03-03&to=2026-03-04",
            $"pipelineId={pipeline.Id}",
            $"pipelineId={pipeline.Id}&statusId={pipeline["B"]}",
            "statusId=143",
            "isQualified=true",
            "mode=ever&isQualified=true",
            "mode=reached_or_passed&isQualified=true",
            "days=1&isQualified=false",
            "mode=current",
            "won=true",
            "won=false",
            $"pipelineId={pipeline.Id}&reachedStatusId={pipeline["Q"]}",
            $"pipelineId={pipeline.Id}&reachedOrPassedStatusId={pipeline["Q"]}",
            $"pipelineId={pipeline.Id}&lostFromStatusId={pipeline["A"]}",
            "amocrmPush=not_needed",
            "search=example",
            "search=916",
            "search=nobody",
        ];
        foreach (var filter in filters)
        {
            var listed = await account.ItemsAsync($"/api/leads?limit=500&{filter}");
            var exported = CsvAnswer.Read(await CsvAnswer.CsvAsync(await AskAsync(account, filter)));

            Assert.That(exported.Select(row => row["id"]), Is.EqualTo(listed.Select(lead => $"{lead.Id()}")), filter);
        }
    }

    [TestCase("mode=within", "days")]
    [TestCase("creativeId=abc", "creativeId")]
    [TestCase("reachedStatusId=142", "pipelineId")]
    [TestCase("separator=x", "separator")]
    public async Task What_cannot_be_asked_is_a_problem_and_no_file(string filter, string field)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await AskAsync(account, filter);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
    }

    [Test]
    public async Task It_is_a_file_whatever_is_accepted_named_by_its_days_and_separated_as_asked()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC" });
        await account.InsertLeadsAsync(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));

        var answer = await AskAsync(account, "from=2026-03-01&to=2026-03-31&format=json&separator=;");

        Assert.That(
            answer.Content.Headers.ContentDisposition?.ToString(),
            Is.EqualTo("attachment; filename=leads_2026-03-01_2026-03-31.csv")
        );
        Assert.That(
            CsvAnswer.Read(await CsvAnswer.CsvAsync(answer), ";").Single()["created_at"],
            Is.EqualTo("2026-03-10T12:00:00Z")
        );
    }

    private static Task<HttpResponseMessage> AskAsync(TestAccount account, string filter) =>
        account.Client.GetAsync(account.Url($"/api/export/leads?{filter}"));
}
