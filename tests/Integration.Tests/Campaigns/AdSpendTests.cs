namespace AmoCrmQualification.Integration.Tests.Campaigns;

internal sealed class AdSpendTests : ApiTest
{
    [Test]
    public async Task JSON_rows_are_stored_and_listed()
    {
        var account = await UnconnectedAccountAsync(new { currency = "RUB" });
        var creative = await account.CreativeAsync(null, "ad-1");
        object[] rows =
        [
            new
            {
                date = "2026-11-01",
                ad_id = "ad-1",
                spend = 1234.56,
                currency = "USD",
                impressions = 1000,
                clicks = 20,
            },
            new
            {
                date = "2026-11-02",
                creative_id = creative,
                spend = "7",
            },
        ];

        var answer = await account.PostAsync(SpendCalls.Route, rows);
        var listed = await account.ItemsAsync(SpendCalls.Route);

        Assert.That(answer.Number("accepted"), Is.EqualTo(2));
        Assert.That(answer.List("errors"), Is.Empty);
        Assert.That(answer.UnknownAds(), Is.Empty);
        Assert.That(listed[0].Text("date"), Is.EqualTo("2026-11-02"));
        Assert.That(
            listed[0].Names(),
            Is.EqualTo([
                "id",
                "date",
                "ad_id",
                "ad_name",
                "creative_id",
                "creative_title",
                "spend",
                "currency",
                "impressions",
                "clicks",
                "created_at",
                "updated_at",
            ])
        );
        Assert.That(
            (listed[0].Text("ad_id"), listed[0].Id("creative_id"), listed[0].Text("currency")),
            Is.EqualTo(((string?)null, creative, "RUB"))
        );
        Assert.That(listed[0].IsNull("impressions") && listed[0].IsNull("clicks"), "unknown is null");
        Assert.That(listed[1].GetProperty("spend").GetDecimal(), Is.EqualTo(1234.56m));
        Assert.That((listed[1].Id("creative_id"), listed[1].Text("currency")), Is.EqualTo((creative, "USD")));
        Assert.That((listed[1].Number("impressions"), listed[1].Number("clicks")), Is.EqualTo((1000, 20)));
        Assert.That(
            (await account.PostAsync(SpendCalls.Route, new { rows })).Number("accepted"),
            Is.EqualTo(2),
            "in an object too"
        );
        Assert.That(await account.SpentAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_day_that_is_told_again_is_replaced()
    {
        var account = await UnconnectedAccountAsync();
        var creative = await account.CreativeAsync();
        await account.SpendAsync("2026-11-01,ad-1,,5", $"2026-11-01,,{creative},6", "2026-11-02,ad-1,,7");
        var first = await account.ItemsAsync(SpendCalls.Route);

        await account.SpendAsync("2026-11-01,ad-1,,0", $"2026-11-01,,{creative},60");
        var then = await account.ItemsAsync(SpendCalls.Route);

        Assert.That(
            await account.SpentAsync(),
            Is.EquivalentTo(["2026-11-01 ad-1 0 -", "2026-11-01 - 60 -", "2026-11-02 ad-1 7 -"])
        );
        Assert.That(
            then.Select(row => (row.Id(), row.Time("created_at"))),
            Is.EqualTo(first.Select(row => (row.Id(), row.Time("created_at"))))
        );
        Assert.That(then.Count(row => row.Time("updated_at") > row.Time("created_at")), Is.EqualTo(2));
    }

    [Test]
    public async Task Spend_of_an_unknown_ad_waits_for_its_creative()
    {
        var account = await UnconnectedAccountAsync();
        var known = await account.CreativeAsync(null, "ad-1");

        var answer = await account.SpendAsync(
            "2026-11-01,ad-1,,1",
            "2026-11-01,ad-3,,1",
            "2026-11-02,ad-2,,1",
            $"2026-11-01,ad-9,{known},1",
            "2026-11-03,ad-2,,1"
        );
        var before = await CreativesAsync(account);
        var later = await account.CreativeAsync(null, "ad-2");
        var after = await CreativesAsync(account);

        Assert.That(answer.UnknownAds(), Is.EqualTo(["ad-2", "ad-3"]), "one that is told with its creative is known");
        Assert.That(
            before,
            Is.EqualTo(
                new Dictionary<string, Guid?>
                {
                    ["ad-1"] = known,
                    ["ad-2"] = null,
                    ["ad-3"] = null,
                    ["ad-9"] = known,
                }
            )
        );
        Assert.That(
            after,
            Is.EqualTo(
                new Dictionary<string, Guid?>
                {
                    ["ad-1"] = known,
                    ["ad-2"] = later,
                    ["ad-3"] = null,
                    ["ad-9"] = known,
                }
            )
        );
        Assert.That(await account.SpentAsync($"?creativeId={later}"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_spend_of_an_ad_follows_it_to_another_creative_as_its_leads_do()
    {
        var account = await UnconnectedAccountAsync();
        var first = await account.CreativeAsync(null, "ad-1");
        await account.SpendAsync("2026-11-01,ad-1,,1");

        await JsonAsync(
            await account.Client.AskAsync(HttpMethod.Patch, $"/api/creatives/{first}", new { ad_ids = Array.Empty<string>() })
        );
        var second = await account.CreativeAsync(null, "ad-1");
        await account.SpendAsync("2026-11-01,ad-1,,5", "2026-11-02,ad-1,,1");

        Assert.That(await account.SpentAsync($"?creativeId={first}"), Is.Empty);
        Assert.That(
            await account.SpentAsync($"?creativeId={second}"),
            Is.EqualTo(["2026-11-02 ad-1 1 -", "2026-11-01 ad-1 5 -"])
        );

        await account.SpendAsync($"2026-11-01,ad-1,{first},5");
        Assert.That(await account.SpentAsync($"?creativeId={first}"), Has.Count.EqualTo(1), "a row that names its creative");
    }

    [Test]
    public async Task Days_come_latest_first_page_by_page_and_between_two_days()
    {
        var account = await UnconnectedAccountAsync();
        await account.SpendAsync([
            .. from day in Enumerable.Range(1, 4) from ad in Enumerable.Range(1, 2) select $"2026-11-0{day},ad-{ad},,1",
        ]);

        var pages = await account.PagesAsync(SpendCalls.Route, limit: 3);
        var days = pages.SelectMany(p => p).Select(row => row.Text("date")!).ToList();

        Assert.That(pages.Select(p => p.Count), Is.EqualTo([3, 3, 2]));
        Assert.That(days, Is.Ordered.Descending);
        Assert.That(pages.SelectMany(p => p).Select(row => row.Id()).Distinct(), Has.Exactly(8).Items);
        Assert.That(
            (await account.SpentAsync("?from=2026-11-02&to=2026-11-03")).Select(row => row[..10]).Distinct(),
            Is.EqualTo(["2026-11-03", "2026-11-02"])
        );
        await ProblemAsync(
            await account.SendAsync(HttpMethod.Get, SpendCalls.Route + "?from=2026-11-03&to=2026-11-02"),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
        await ProblemAsync(
            await account.SendAsync(HttpMethod.Get, SpendCalls.Route + "?from=gestern"),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
    }

    [Test]
    public async Task Accounts_do_not_see_each_others_spend_and_may_run_ads_of_the_same_id()
    {
        var (one, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        await one.CreativeAsync(null, "ad-1");
        await one.SpendAsync("2026-11-01,ad-1,,5");

        var answer = await other.SpendAsync("2026-11-01,ad-1,,7");

        Assert.That(answer.UnknownAds(), Is.EqualTo(["ad-1"]), "what it shows there says nothing here");
        Assert.That((await one.SpentAsync()).Single(), Does.Contain(" 5 "));
        Assert.That((await other.SpentAsync()).Single(), Does.Contain(" 7 "));
    }

    private static async Task<Dictionary<string, Guid?>> CreativesAsync(TestAccount account) =>
        (await account.ItemsAsync(SpendCalls.Route))
            .DistinctBy(row => row.Text("ad_id"))
            .ToDictionary(row => row.Text("ad_id")!, row => row.IsNull("creative_id") ? (Guid?)null : row.Id("creative_id"));
}
