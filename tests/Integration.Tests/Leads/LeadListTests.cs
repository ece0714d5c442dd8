using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class LeadListTests : ApiTest
{
    [Test]
    public async Task Each_filter_finds_its_leads_and_no_others()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        var direction = await account.DirectionAsync();
        var creative = await account.CreativeAsync(direction);
        var byCreative = await account.LinkedLeadAsync(deal: 501, creative: creative);
        var byDirection = await account.LinkedLeadAsync(deal: 502, direction: direction);
        var won = await account.LinkedLeadAsync(deal: 503);
        var elsewhere = await account.LinkedLeadAsync(deal: 504);
        await account.DeliverAsync(
            LeadForm.Status(501, pipeline.Id, pipeline["Новый"], LeadForm.T0),
            LeadForm.Status(503, pipeline.Id, 142, LeadForm.T0),
            LeadForm.Status(504, 9, 142, LeadForm.T0)
        );

        Assert.Multiple(async () =>
        {
            Assert.That(await FoundAsync(account, $"creativeId={creative}"), Is.EqualTo([byCreative.Id()]));
            Assert.That(await FoundAsync(account, $"directionId={direction}"), Is.EqualTo([byDirection.Id(), byCreative.Id()]));
            Assert.That(await FoundAsync(account, $"pipelineId={pipeline.Id}"), Is.EqualTo([won.Id(), byCreative.Id()]));
            Assert.That(await FoundAsync(account, "statusId=142"), Is.EqualTo([elsewhere.Id(), won.Id()]));
            Assert.That(await FoundAsync(account, $"statusId=142&pipelineId={pipeline.Id}"), Is.EqualTo([won.Id()]));
            Assert.That(await FoundAsync(account, "isQualified=true"), Is.EqualTo([won.Id()]));
            Assert.That(
                await FoundAsync(account, "isQualified=false"),
                Is.EqualTo([elsewhere.Id(), byDirection.Id(), byCreative.Id()])
            );
            Assert.That(await FoundAsync(account, $"creativeId={Guid.CreateVersion7()}"), Is.Empty);
        });
    }

    [TestCase("анна", "anna")]
    [TestCase("КАРЕНИНА", "anna")]
    [TestCase(" Анна ", "anna")]
    [TestCase("916", "anna")]
    [TestCase("+79161234567", "anna")]
    [TestCase("8 (916) 123", "anna")]
    [TestCase("ANNA@example", "anna")]
    [TestCase("7001", "deal")]
    [TestCase("700", "")]
    [TestCase("%", "")]
    [TestCase("_", "")]
    [TestCase("\\", "")]
    [TestCase("' OR 1=1 --", "")]
    public async Task A_search_looks_at_name_phone_e_mail_and_the_deals_id(string search, string expected)
    {
        var account = await UnconnectedAccountAsync();
        var anna = await account.LeadAsync(
            new
            {
                source_type = "website",
                name = "Анна Каренина",
                phone = "8 (916) 123-45-67",
                email = "Anna@Example.ru",
            }
        );
        var deal = await account.LeadAsync(
            new
            {
                source_type = "website",
                email = "b@c.ru",
                amocrm_lead_id = 7001,
            }
        );
        Guid[] found = expected switch
        {
            "anna" => [anna.Id()],
            "deal" => [deal.Id()],
            _ => [],
        };

        Assert.That(await FoundAsync(account, $"search={Uri.EscapeDataString(search)}"), Is.EqualTo(found));
    }

    // The day begins and ends where the account is: in Berlin clocks change in it; in Sao Paulo its midnight does not exist.
    [TestCase("Europe/Moscow", "2026-03-10", "2026-03-09T21:00:00Z", "2026-03-10T21:00:00Z")]
    [TestCase("Asia/Almaty", "2026-03-10", "2026-03-09T19:00:00Z", "2026-03-10T19:00:00Z")]
    [TestCase("America/New_York", "2026-01-10", "2026-01-10T05:00:00Z", "2026-01-11T05:00:00Z")]
    [TestCase("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [TestCase("Europe/Berlin", "2025-10-26", "2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z")]
    [TestCase("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z")]
    public async Task A_day_is_counted_in_the_accounts_time_zone(string zone, string day, string begins, string ends)
    {
        var account = await UnconnectedAccountAsync(new { time_zone = zone });
        var second = TimeSpan.FromSeconds(1);
        var (first, end) = (DateTimeOffset.Parse(begins, null), DateTimeOffset.Parse(ends, null));
        var before = await LeadAtAsync(account, first - second);
        var opening = await LeadAtAsync(account, first);
        var closing = await LeadAtAsync(account, end - second);
        var after = await LeadAtAsync(account, end);

        Assert.Multiple(async () =>
        {
            Assert.That(await FoundAsync(account, $"from={day}&to={day}"), Is.EqualTo([closing.Id(), opening.Id()]));
            Assert.That(await FoundAsync(account, $"from={day}"), Is.EqualTo([after.Id(), closing.Id(), opening.Id()]));
            Assert.That(await FoundAsync(account, $"to={day}"), Is.EqualTo([closing.Id(), opening.Id(), before.Id()]));
        });
    }

    [TestCase("from=2026-13-01", "from")]
    [TestCase("to=tomorrow", "to")]
    [TestCase("from=2026-03-02&to=2026-03-01", "to")]
    [TestCase("directionId=1", "directionId")]
    [TestCase("creativeId=abc", "creativeId")]
    [TestCase("reachedStatusId=142", "pipelineId")]
    [TestCase("mode=within", "days")]
    [TestCase("mode=seldom", "mode")]
    [TestCase("pipelineId=a", "pipelineId")]
    [TestCase("amocrmPush=lost", "amocrmPush")]
    [TestCase("statusId=99999999999999999999", "statusId")]
    [TestCase("isQualified=maybe", "isQualified")]
    public async Task A_filter_that_cannot_be_is_named(string query, string field)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendAsync(HttpMethod.Get, $"/api/leads?{query}");

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
    }

    [TestCase("search=%00")]
    [TestCase("search=%ED%A0%80")]
    [TestCase("from=0001-01-01&to=9999-12-31")]
    [TestCase("pipelineId=-9223372036854775808")]
    public async Task An_odd_filter_is_answered_or_refused_and_never_fails(string query)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendAsync(HttpMethod.Get, $"/api/leads?{query}");

        if (answer.StatusCode != HttpStatusCode.OK)
            await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task Pages_over_leads_of_one_moment_lose_and_repeat_nothing()
    {
        var account = await UnconnectedAccountAsync();
        var moment = new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
        var older = await LeadAtAsync(account, moment.AddSeconds(-1));
        var same = await Task.WhenAll(Enumerable.Range(0, 11).Select(_ => LeadAtAsync(account, moment)));
        var newer = await LeadAtAsync(account, moment.AddSeconds(1));

        foreach (var limit in new[] { 1, 2, 5, 12, 13, 500 })
        {
            var pages = await account.PagesAsync("/api/leads", limit);

            var seen = pages.SelectMany(p => p).Select(l => l.Id()).ToList();
            Assert.That(pages.Take(pages.Count - 1).Select(p => p.Count), Is.All.EqualTo(limit));
            Assert.That(seen, Is.Unique.And.EquivalentTo(same.Append(older).Append(newer).Select(l => l.Id())));
            Assert.That((seen[0], seen[^1]), Is.EqualTo((newer.Id(), older.Id())), "newest first");
        }
    }

    [Test]
    public async Task A_lead_that_comes_while_pages_are_turned_moves_nothing()
    {
        var account = await UnconnectedAccountAsync();
        var first = await account.LeadAsync(new { source_type = "manual", email = "1@a.ru" });
        var second = await account.LeadAsync(new { source_type = "manual", email = "2@a.ru" });
        var page = await account.GetAsync("/api/leads?limit=1");
        await account.LeadAsync(new { source_type = "manual", email = "3@a.ru" });

        var next = await account.GetAsync($"/api/leads?limit=1&cursor={page.Text("next_cursor")}");

        Assert.That(page.List("items").Single().Id(), Is.EqualTo(second.Id()));
        Assert.That(next.List("items").Single().Id(), Is.EqualTo(first.Id()));
        Assert.That(next.IsNull("next_cursor"));
    }

    private static Task<JsonElement> LeadAtAsync(TestAccount account, DateTimeOffset at) =>
        account.LeadAsync(
            new
            {
                source_type = "manual",
                phone = "+79161234567",
                created_at = at,
            }
        );

    private static async Task<IEnumerable<Guid>> FoundAsync(TestAccount account, string query) =>
        (await account.ItemsAsync($"/api/leads?{query}")).Select(lead => lead.Id());
}
