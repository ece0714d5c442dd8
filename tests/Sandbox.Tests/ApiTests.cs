using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class ApiTests : SandboxTest
{
    [Test]
    public async Task A_list_ends_without_next_and_beyond_it_is_204()
    {
        for (var i = 0; i < 5; i++)
            Account.Leads.Create(new NewLead());

        var first = await GetAsync("/api/v4/leads?limit=3");
        var second = await GetAsync(first["_links"]!["next"]!["href"]!.ToString());
        var third = await Api.GetAsync(Path("/api/v4/leads?limit=3&page=3"));

        Assert.Multiple(() =>
        {
            Assert.That(first["_embedded"]!["leads"]!.AsArray(), Has.Count.EqualTo(3));
            Assert.That(second["_embedded"]!["leads"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(second["_links"]!.AsObject().ContainsKey("next"), Is.False);
            Assert.That(third.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        });
    }

    [Test]
    public async Task A_page_holds_no_more_than_250_and_50_when_nothing_is_said()
    {
        Account.Generate(new GeneratePlan { Deals = 60 });

        var usual = await GetAsync("/api/v4/leads");
        using var refused = await Api.GetAsync(Path("/api/v4/leads?limit=251"));

        Assert.Multiple(() =>
        {
            Assert.That(usual["_embedded"]!["leads"]!.AsArray(), Has.Count.EqualTo(50));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        });
    }

    [Test]
    public async Task Filters_are_read_as_PHP_reads_them()
    {
        var leads = Enumerable.Range(0, 6).Select(i => Account.Leads.Create(new NewLead { At = 1000 + i })).ToArray();
        Account.Leads.Win(leads[0].Id, at: 2000);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await CountAsync($"filter[id][]={leads[1].Id}&filter[id][]={leads[2].Id}"), Is.EqualTo(2));
            Assert.That(await CountAsync($"filter[id][0]={leads[1].Id}&filter%5Bid%5D%5B1%5D={leads[2].Id}"), Is.EqualTo(2));
            Assert.That(
                await CountAsync($"filter[statuses][0][pipeline_id]={Sales.Id}&filter[statuses][0][status_id]=142"),
                Is.EqualTo(1)
            );
            Assert.That(await CountAsync("filter[updated_at][from]=1002&filter[updated_at][to]=1004"), Is.EqualTo(3));
            Assert.That(await CountAsync("filter[closed_at][from]=1"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_lost_answer_leaves_the_deal_created()
    {
        Amo.Fail(
            new FaultRule
            {
                Kind = FaultKind.Drop,
                AfterWrite = true,
                Times = 1,
                Match = "POST /api/v4/leads",
            }
        );

        Assert.ThrowsAsync<HttpRequestException>(() => Api.PostAsJsonAsync("/api/v4/leads", new[] { new { name = "once" } }));

        Assert.That(Account.Leads.All.Single().Name, Is.EqualTo("once"));
        Assert.That(
            (await Api.GetAsync(Path($"/api/v4/leads/{Account.Leads.All.Single().Id}"))).StatusCode,
            Is.EqualTo(HttpStatusCode.OK)
        );
    }

    [Test]
    public async Task The_eighth_call_in_a_second_is_refused_and_counted()
    {
        Account.Switches = Account.Switches with { RateLimitPerSecond = 7 };
        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => Api.GetAsync(Path("/api/v4/account"))));

        Assert.Multiple(() =>
        {
            Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests), Is.EqualTo(2));
            Assert.That(Amo.MaxRequestsPerSecond(Account.Id), Is.EqualTo(9));
        });
    }

    [Test]
    public async Task Events_know_both_pipelines_and_refuse_eleven_ids()
    {
        var other = Account.Pipelines.Add("Other", "Start");
        var lead = Account.Leads.Create(new NewLead());
        Account.Leads.Move(lead.Id, other["Start"], other.Id);

        var events = await GetAsync(
            $"/api/v4/events?filter[type]=lead_status_changed&filter[entity]=lead&filter[entity_id][]={lead.Id}"
        );
        var moved = events["_embedded"]!["events"]![0]!;
        var eleven = await Api.GetAsync(
            Path(
                "/api/v4/events?filter[entity]=lead&"
                    + string.Join('&', Enumerable.Range(1, 11).Select(i => $"filter[entity_id][]={i}"))
            )
        );
        Assert.Multiple(() =>
        {
            Assert.That(moved["value_before"]![0]!["lead_status"]!["pipeline_id"]!.GetValue<long>(), Is.EqualTo(Sales.Id));
            Assert.That(moved["value_after"]![0]!["lead_status"]!["pipeline_id"]!.GetValue<long>(), Is.EqualTo(other.Id));
            Assert.That(moved["id"]!.ToString(), Has.Length.EqualTo(26));
            Assert.That(eleven.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        });
    }

    private static Uri Path(string path) => new(path, UriKind.RelativeOrAbsolute);

    private async Task<JsonNode> GetAsync(string path) => (await Api.GetFromJsonAsync<JsonNode>(Path(path)))!;

    private async Task<int> CountAsync(string filter) =>
        (await GetAsync($"/api/v4/leads?{filter}"))["_embedded"]!["leads"]!.AsArray().Count;
}
