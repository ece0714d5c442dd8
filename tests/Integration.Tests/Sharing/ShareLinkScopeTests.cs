using AmoCrmQualification.Integration.Tests.Analytics;
using AmoCrmQualification.Integration.Tests.Campaigns;
using AmoCrmQualification.Integration.Tests.Errors;

namespace AmoCrmQualification.Integration.Tests.Sharing;

/// <summary>A link reads its page, of its account, within its filter, and nothing else.</summary>
internal sealed class ShareLinkScopeTests : ShareLinkTest
{
    private const string Head = "GET /api/share-links/current";

    private static readonly Dictionary<string, string[]> s_pages = new(StringComparer.Ordinal)
    {
        ["overview"] = [Head, "GET /api/analytics/summary", "GET /api/analytics/trends"],
        ["creatives"] = [Head, "GET /api/analytics/creatives"],
        ["funnel"] = [Head, "GET /api/analytics/funnel"],
    };

    [TestCase("overview")]
    [TestCase("creatives")]
    [TestCase("funnel")]
    public async Task A_link_reads_the_routes_of_its_page_alone(string page)
    {
        var account = await AccountAsync();
        var other = await UnconnectedAccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новая");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        using var guest = await GuestAsync(
            account,
            new
            {
                title = "Клиенту",
                page,
                filter = new { pipeline_id = pipeline.Id },
            }
        );

        foreach (var route in (await ApiRoute.AllAsync(Admin)).Where(route => !route.IsOpen))
        foreach (var format in new[] { "", "&format=csv", "&cursor=AAAA" })
        {
            var path = Belongings.UnknownUrlOf(route);
            var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var answer = await guest.AskAsync(route.Method, $"{path}{mark}userAccountId={account.Id}{format}", route.Body);
            var text = $"{route}{format}: {await answer.Content.ReadAsStringAsync()}";
            if (s_pages[page].Contains(route.ToString()))
            {
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
                var theirs = await guest.AskAsync(route.Method, $"{path}{mark}userAccountId={other.Id}{format}");
                if (route.ToString() != Head)
                    await ProblemAsync(theirs, HttpStatusCode.Forbidden, "forbidden", "account_forbidden");
            }
            else
                Assert.That((int)answer.StatusCode, Is.AnyOf(403, 404), text);
            if (!s_pages[page].Contains(route.ToString()) && route.NamesAccount)
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), text);
        }
    }

    [Test]
    public async Task What_is_asked_is_narrowed_to_the_filter_or_refused()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC" });
        var (direction, foreign) = (await account.DirectionAsync("А"), await account.DirectionAsync("Б"));
        var (own, rival) = (await account.CreativeAsync(direction), await account.CreativeAsync(foreign));
        foreach (var day in new[] { "2026-03-01", "2026-03-10", "2026-03-20" })
        {
            await account.InsertLeadsAsync(At(day), count: 3, creative: own);
            await account.InsertLeadsAsync(At(day), count: 5, creative: rival);
        }

        using var guest = await GuestAsync(
            account,
            new
            {
                title = "Клиенту",
                page = "creatives",
                filter = new
                {
                    from = "2026-03-05",
                    to = "2026-03-15",
                    direction_id = direction,
                    mode = "ever",
                },
            }
        );

        foreach (
            var query in new[]
            {
                "",
                "?from=2026-01-01&to=2026-12-31",
                "?From=2026-01-01",
                $"?directionId={direction}&mode=ever",
                $"?DIRECTIONID={direction}",
            }
        )
        {
            var rows = (await JsonAsync(await guest.GetAsync($"/api/analytics/creatives{query}"))).List("creatives");
            Assert.That(
                rows.Select(row => (row.Text("creative_id"), row.Number("total_leads"))),
                Is.EqualTo([($"{own}", 3L)]),
                query
            );
        }

        foreach (
            var query in new[]
            {
                $"directionId={foreign}",
                $"directionId={direction}&directionId={foreign}",
                "directionId=",
                "mode=current",
                "from=2026-03-16",
                "to=2026-03-04",
                "from=2026%2F01%2F01",
                "from=01.01.2026",
                "from=",
                "from=2026-03-06&from=2026-01-01",
                $"creativeId={own}&directionId={foreign}",
            }
        )
        foreach (var format in new[] { "", "&format=csv" })
            await ProblemAsync(
                await guest.GetAsync($"/api/analytics/creatives?{query}{format}"),
                HttpStatusCode.Forbidden,
                "forbidden",
                "outside_share"
            );

        var csv = CsvAnswer.Read(
            await CsvAnswer.CsvAsync(await guest.GetAsync("/api/analytics/creatives?format=csv&from=2026-01-01"))
        );
        Assert.That(csv.Select(row => row["total_leads"]), Is.EqualTo(["3"]));
        var head = await JsonAsync(await guest.GetAsync("/api/share-links/current"));
        Assert.That(head.Text("direction"), Is.EqualTo("А"));
        Assert.That(head.GetProperty("trust").Number("linked"), Is.EqualTo(3), "coverage is of the same leads");
        Assert.That(head.GetProperty("account").Id(), Is.EqualTo(account.Id));
    }
}
