namespace AmoCrmQualification.Integration.Tests.Campaigns;

/// <summary>Ad spend as people look through it: titles, filters, sums, removal, creatives of unknown ads.</summary>
internal sealed class AdSpendListTests : ApiTest
{
    private const string Report =
        "Day,Ad name,Ad ID,Amount spent (USD),Impressions,Link clicks\n"
        + "2026-11-01,White kitchen,11,10,1000,20\n2026-11-01,Red kitchen,12,5,500,10\n2026-11-02,White kitchen,13,7,,\n";

    [Test]
    public async Task Unknown_ads_become_creatives_in_one_step_and_their_spend_with_them()
    {
        var account = await UnconnectedAccountAsync();
        var direction = await account.DirectionAsync();
        var answer = await JsonAsync(await account.SendCsvAsync(Report));
        var ads = answer.List("unknown_ad_names").Select(ad => new { ad_id = ad.Text("ad_id"), title = ad.Text("name") });

        var made = await JsonAsync(
            await account.SendAsync(HttpMethod.Post, "/api/creatives/from-ads", new { ads, direction_id = direction }),
            HttpStatusCode.Created
        );

        Assert.That(
            made.List("creatives")
                .Select(c => $"{c.Text("title")} {string.Join('+', c.List("ad_ids"))} {c.Id("direction_id") == direction}"),
            Is.EquivalentTo(["White kitchen 11+13 True", "Red kitchen 12 True"])
        );
        Assert.That(
            (await account.ItemsAsync(SpendCalls.Route)).Select(row => row.Text("creative_title")),
            Is.EquivalentTo(["White kitchen", "White kitchen", "Red kitchen"])
        );
        await ProblemAsync(
            await account.SendAsync(HttpMethod.Post, "/api/creatives/from-ads", new { ads }),
            HttpStatusCode.Conflict,
            "conflict"
        );
        Assert.That((await JsonAsync(await account.SendCsvAsync(Report))).UnknownAds(), Is.Empty);
    }

    [TestCase("""{}""")]
    [TestCase("""{"ads":[]}""")]
    [TestCase("""{"ads":[{"ad_id":"1","title":" "}]}""")]
    [TestCase("""{"ads":[{"ad_id":"","title":"x"}]}""")]
    [TestCase("""{"ads":[{"title":"x"}]}""")]
    [TestCase("""{"ads":[null]}""")]
    [TestCase("""{"ads":[{"ad_id":"1","title":"x"}],"direction_id":"01990000-0000-7000-8000-000000000001"}""")]
    public async Task Creatives_need_ads_with_titles(string body)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendAsync(HttpMethod.Post, "/api/creatives/from-ads", JsonElement.Parse(body));

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task The_list_is_filtered_and_summed_alike()
    {
        var account = await UnconnectedAccountAsync();
        await account.CreativeAsync(null, "12"); // «Видео»
        await JsonAsync(await account.SendCsvAsync(Report));

        Assert.That(await RowsAsync("?search=KITCHEN"), Is.EqualTo(3));
        Assert.That(await RowsAsync("?search=white&from=2026-11-02"), Is.EqualTo(1));
        Assert.That(await RowsAsync($"?search={Uri.EscapeDataString("видео")}"), Is.EqualTo(1));
        Assert.That(await RowsAsync("?adId=13"), Is.EqualTo(1));
        Assert.That(await RowsAsync("?search=nothing"), Is.Zero);
        var sums = (await account.GetAsync("/api/ad-spend/totals?to=2026-11-30")).List("totals").Single();
        Assert.That((sums.Text("currency"), sums.Number("rows"), sums.Money("spend")), Is.EqualTo(("USD", 3, 22m)));
        Assert.That((sums.Number("impressions"), sums.Number("clicks")), Is.EqualTo((1500, 30)));
        Assert.That((sums.Money("ctr"), sums.Money("cpc")), Is.EqualTo((2m, 0.5m)), "of the rows that tell clicks");
        var silent = (await account.GetAsync("/api/ad-spend/totals?adId=13")).List("totals").Single();
        Assert.That(silent.IsNull("clicks") && silent.IsNull("ctr") && silent.IsNull("cpc"), "unknown is null");

        async Task<long?> RowsAsync(string filter)
        {
            var listed = (await account.ItemsAsync(SpendCalls.Route + filter)).Count;
            var totals = await account.GetAsync("/api/ad-spend/totals" + filter);
            Assert.That(totals.List("totals").Sum(sum => sum.Number("rows")), Is.EqualTo(listed), filter);
            return listed;
        }
    }

    [Test]
    public async Task Spend_is_removed_by_days_and_ads_and_what_it_replaced_does_not_come_back()
    {
        var (account, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        await other.SpendAsync("2026-11-01,11,,1");
        await account.SpendAsync("2026-11-01,11,,1", "2026-11-01,12,,2", "2026-11-02,11,,3", "2026-11-03,11,,4");
        await account.SpendAsync("2026-11-01,11,,5");

        Assert.That(await DeletedAsync("?from=2026-11-01&to=2026-11-01&adId=11"), Is.EqualTo(1));
        Assert.That(await account.SpentAsync(), Is.EqualTo(["2026-11-03 11 4 -", "2026-11-02 11 3 -", "2026-11-01 12 2 -"]));
        Assert.That(await DeletedAsync("?from=2026-11-02"), Is.EqualTo(2));
        Assert.That(await DeletedAsync("?adId=12"), Is.EqualTo(1));
        Assert.That(await account.SpentAsync(), Is.Empty);
        Assert.That(await other.SpentAsync(), Has.Count.EqualTo(1));
        await ProblemAsync(
            await account.SendAsync(HttpMethod.Delete, SpendCalls.Route),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
        await ProblemAsync(
            await account.SendAsync(HttpMethod.Delete, SpendCalls.Route + "?from=2026-11-02&to=2026-11-01"),
            HttpStatusCode.BadRequest,
            "validation_error"
        );

        async Task<long?> DeletedAsync(string filter) =>
            (await JsonAsync(await account.SendAsync(HttpMethod.Delete, SpendCalls.Route + filter))).Number("deleted");
    }
}
