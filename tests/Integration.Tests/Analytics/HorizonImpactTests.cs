using AmoCrmQualification.Integration.Tests.Campaigns;
using static AmoCrmQualification.Integration.Tests.Analytics.LeadsOfDay;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>The preview of a horizon equals what the creatives say once it is set.</summary>
internal sealed class HorizonImpactTests : ApiTest
{
    [TestCase(1)]
    [TestCase(2)]
    public async Task What_is_foretold_of_a_horizon_is_what_setting_it_does(int seed)
    {
        var random = new Random(seed);
        var account = await LivelyAccountAsync(random);
        HashSet<string> verdicts = [];
        foreach (var days in new[] { 30, 3, 90, 14, 7 })
        {
            var rows = await RowsAsync(account);

            var foretold = await ImpactAsync(account, days);
            Assert.That(await RowsAsync(account), Is.EqualTo(rows), "nothing is done yet");
            await JsonAsync(await Admin.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { horizon_days = days }));

            Assert.That(Side(foretold, "before"), Is.EqualTo(rows));
            Assert.That(Side(foretold, "after"), Is.EqualTo(await RowsAsync(account)));
            await TotalsAreOfRowsAsync(account, foretold, days);
            verdicts.UnionWith(rows.Select(row => row.Verdict));
        }

        Assert.That(verdicts, Is.SupersetOf(["better", "worse", "too_early", "alone"]), "there was something to foretell");
    }

    [Test]
    public async Task Without_judged_leads_there_is_nothing_to_foretell()
    {
        var account = await UnconnectedAccountAsync();
        await account.CreativeAsync(await account.DirectionAsync());

        var impact = await ImpactAsync(account, 30);

        Assert.That(impact.List("creatives"), Is.Empty);
        Assert.That(impact.GetProperty("after").Number("judged_leads"), Is.Zero);
    }

    [TestCase("?horizon_days=0")]
    [TestCase("?horizon_days=91")]
    [TestCase("?horizon_days=soon")]
    [TestCase("")]
    public async Task A_horizon_is_one_to_ninety_days(string query)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.Client.GetAsync($"/api/user-accounts/{account.Id}/horizon-impact{query}");

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task Another_accounts_horizon_is_not_foretold()
    {
        var (account, stranger) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());

        var answer = await stranger.Client.GetAsync($"/api/user-accounts/{account.Id}/horizon-impact?horizon_days=30");

        await ProblemAsync(answer, HttpStatusCode.NotFound, "not_found");
    }

    /// <summary>Two directions with targets and spend, leads that ripen for weeks, people who come again, and what is not judged.</summary>
    private async Task<TestAccount> LivelyAccountAsync(Random random)
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Asia/Almaty", currency = "KZT" });
        var (direction, other) = (await account.DirectionAsync("К"), await account.DirectionAsync("Ш"));
        await JsonAsync(await Admin.PatchAsJsonAsync($"/api/directions/{direction}", new { targets = new { cpql = 300 } }));
        List<(Guid? Creative, int Rate)> creatives = [(null, 50)];
        foreach (var rate in new[] { 80, 40, 40, 3 })
            creatives.Add((await account.CreativeAsync(direction), rate));
        creatives.Add((await account.CreativeAsync(other), 40));
        creatives.Add((await account.CreativeAsync(), 40));
        foreach (var (creative, rate) in creatives)
        {
            for (var day = 1; day <= 100; day += random.Next(1, 5))
            {
                var (leads, wait) = (random.Next(4, 16), TimeSpan.FromHours(random.Next(1, 24 * 30)));
                var phone = random.Next(3) == 0 ? $"+7701123456{random.Next(10)}" : null;
                await InsertAsync(
                    account,
                    creative,
                    DaysAgo(day),
                    leads,
                    ((leads * rate) + random.Next(100)) / 100,
                    wait,
                    phone: phone
                );
                if (creative is { } known)
                    await account.InsertSpendAsync($"{DaysAgo(day):yyyy-MM-dd}", random.Next(2_000), creative: known);
            }
        }

        return account;
    }

    private static async Task TotalsAreOfRowsAsync(TestAccount account, JsonElement impact, int days)
    {
        var rows = await RowsAsync(account);
        var after = impact.GetProperty("after");
        Assert.That(after.Number("horizon_days"), Is.EqualTo(days));
        Assert.That(after.Text("judged_until"), Is.EqualTo($"{DaysAgo(days + 1):yyyy-MM-dd}"));
        Assert.That(after.Number("judged_leads"), Is.EqualTo(rows.Sum(row => row.Leads)));
        Assert.That(after.Number("judged_qualified"), Is.EqualTo(rows.Sum(row => row.Qualified)));
        foreach (var verdict in new[] { "better", "worse", "too_early", "alone" })
            Assert.That(after.Number(verdict), Is.EqualTo(rows.Count(row => row.Verdict == verdict)), verdict);
    }

    /// <summary>Creatives as they are judged, those that no horizon judges left out.</summary>
    private static async Task<List<JudgedRow>> RowsAsync(TestAccount account) =>
        [
            .. (await account.CreativesAsync())
                .Where(row => row.Text("creative_id") != "unknown" && !row.IsNull("direction_id"))
                .Select(row => From(row, row.Text("creative_id")!))
                .OrderBy(row => row.Creative, StringComparer.Ordinal),
        ];

    private static List<JudgedRow> Side(JsonElement impact, string side) =>
        [
            .. impact
                .List("creatives")
                .Select(creative => From(creative.GetProperty(side), creative.Text("creative_id")!))
                .OrderBy(row => row.Creative, StringComparer.Ordinal),
        ];

    private static JudgedRow From(JsonElement judged, string creative)
    {
        var advice = judged.GetProperty("advice");
        return new(
            creative,
            judged.Number("judged_leads")!.Value,
            judged.Number("judged_qualified")!.Value,
            judged.Text("verdict")!,
            advice.Text("action")!,
            advice.Flag("disagrees")
        );
    }

    private static Task<JsonElement> ImpactAsync(TestAccount account, int days) =>
        account.GetAsync($"/api/user-accounts/{account.Id}/horizon-impact?horizon_days={days}");

    private sealed record JudgedRow(string Creative, long Leads, long Qualified, string Verdict, string Action, bool Disagrees);
}
