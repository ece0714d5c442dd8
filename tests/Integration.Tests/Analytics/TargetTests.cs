using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Targets of a direction against judged leads, and the advice that follows.</summary>
internal sealed class TargetTests : ApiTest
{
    [Test]
    public async Task Costs_are_those_of_judged_leads_on_days_that_have_spend()
    {
        var (account, direction, creative) = await OpenAsync(new { cpql = 3_202, cac = 40_000 });
        await InsertAsync(account, creative, DaysAgo(20), 50, 30);
        await InsertAsync(account, creative, DaysAgo(21), 70, 70); // nobody says what this day cost
        await InsertAsync(account, creative, DaysAgo(3), 40, 40); // too young
        await account.InsertSpendAsync($"{DaysAgo(20):yyyy-MM-dd}", 59_000, creative: creative);
        await account.InsertSpendAsync($"{DaysAgo(22):yyyy-MM-dd}", 1_000, creative: creative); // nobody came
        await account.InsertSpendAsync($"{DaysAgo(3):yyyy-MM-dd}", 1_000_000, creative: creative);
        var rival = await account.CreativeAsync(direction);
        await InsertAsync(account, rival, DaysAgo(20), 10, 5);

        var row = await RowAsync(account, creative, $"from={DaysAgo(20):yyyy-MM-dd}&to={DaysAgo(20):yyyy-MM-dd}"); // targets depend on no period

        var targets = row.GetProperty("targets");
        Assert.That(targets.Number("leads"), Is.EqualTo(50));
        Assert.That(Told(targets, "cpql"), Is.EqualTo("2000 (1501.5–3201.48) of 3202: met"));
        Assert.That(Told(targets, "cac"), Is.EqualTo(" (11467.62–) of 40000: too_early"), "nobody bought");
        Assert.That(targets.IsNull("romi"));
        Assert.That(Told(row.GetProperty("advice")), Is.EqualTo(("keep", false)));
        Assert.That(row.Rate("judged_others"), Does.StartWith("5/10 50 "));
    }

    [Test]
    public async Task A_return_waits_for_its_sales_and_is_of_the_leads_that_the_spend_brought()
    {
        var (account, _, creative) = await OpenAsync(new { cac = 20_000, romi = 150 });
        await InsertAsync(account, creative, DaysAgo(20), 400, 150);
        await account.InsertSpendAsync($"{DaysAgo(20):yyyy-MM-dd}", 400_000, creative: creative);
        for (var sale = 0; sale < 40; sale++)
            await account.InsertSaleAsync(creative, 30_000, sale % 2 == 0 ? "RUB" : null);

        var decided = await RowAsync(account, creative);
        await account.InsertSaleAsync(creative, amount: null, "RUB");
        var unknown = await RowAsync(account, creative);

        Assert.That(Told(decided.GetProperty("targets"), "cac"), Is.EqualTo("10000 (6210.81–18057.27) of 20000: met"));
        Assert.That(Told(decided.GetProperty("targets"), "romi"), Is.EqualTo("200 (–) of 150: met"));
        Assert.That(Told(decided.GetProperty("advice")), Is.EqualTo(("scale", false)), "it is alone in its direction");
        Assert.That(Told(unknown.GetProperty("targets"), "romi"), Is.EqualTo(" (–) of 150: too_early"));
    }

    [Test]
    public async Task A_verdict_and_targets_that_disagree_are_for_a_person_to_look_at()
    {
        var (account, direction, dear) = await OpenAsync(new { cpql = 1_000 });
        var cheap = await account.CreativeAsync(direction);
        for (var day = 16; day < 56; day++)
        {
            await InsertAsync(account, dear, DaysAgo(day), 10, 6);
            await InsertAsync(account, cheap, DaysAgo(day), 10, 3);
            await account.InsertSpendAsync($"{DaysAgo(day):yyyy-MM-dd}", 20_000, creative: dear);
            await account.InsertSpendAsync($"{DaysAgo(day):yyyy-MM-dd}", 300, creative: cheap);
        }

        var rows = (await account.CreativesAsync()).ToDictionary(row => row.Id("creative_id"));

        Assert.That((rows[dear].Text("verdict"), rows[cheap].Text("verdict")), Is.EqualTo(("better", "worse")));
        Assert.That(Told(rows[dear].GetProperty("advice")), Is.EqualTo(("look", true)));
        Assert.That(Told(rows[cheap].GetProperty("advice")), Is.EqualTo(("look", true)));
    }

    [Test]
    public async Task Spend_and_sales_in_another_currency_decide_nothing()
    {
        var (account, direction, abroad) = await OpenAsync(
            new
            {
                cpql = 1,
                cac = 1,
                romi = 1,
            }
        );
        var sold = await account.CreativeAsync(direction);
        foreach (var creative in new[] { abroad, sold })
            await InsertAsync(account, creative, DaysAgo(20), 50, 30);
        await account.InsertSpendAsync($"{DaysAgo(20):yyyy-MM-dd}", 900, creative: abroad, currency: "USD");
        await account.InsertSpendAsync($"{DaysAgo(20):yyyy-MM-dd}", 900, creative: sold);
        for (var sale = 0; sale < 6; sale++)
            await account.InsertSaleAsync(sold, 100, "USD");

        var rows = (await account.CreativesAsync()).ToDictionary(row => row.Id("creative_id"));

        Assert.That(
            new[] { "cpql", "cac", "romi" }.Select(name => Told(rows[abroad].GetProperty("targets"), name)),
            Is.All.EqualTo(" (–) of 1: too_early")
        );
        Assert.That(Told(rows[sold].GetProperty("targets"), "cac"), Does.StartWith("150 (").And.EndsWith(": missed"));
        Assert.That(Told(rows[sold].GetProperty("targets"), "romi"), Is.EqualTo(" (–) of 1: too_early"));
    }

    [Test]
    public async Task What_a_repeat_of_a_person_buys_is_not_credited_and_without_targets_there_are_none()
    {
        var (account, _, creative) = await OpenAsync(new { cac = 10 });
        await InsertAsync(account, creative, DaysAgo(25), 1, 0);
        await InsertAsync(account, creative, DaysAgo(20), 1, 1);
        await account.InsertSaleAsync(creative, 100, "RUB"); // of the qualified one
        await account.Service.ExecuteAsync("UPDATE leads SET phone_e164 = '+79161234567' WHERE user_account_id = $1", account.Id);
        foreach (var day in new[] { 20, 25 })
            await account.InsertSpendAsync($"{DaysAgo(day):yyyy-MM-dd}", 100, creative: creative);
        var elsewhere = await account.CreativeAsync(await account.DirectionAsync("Ш"));
        await InsertAsync(account, elsewhere, DaysAgo(25), 1, 0);
        await InsertAsync(account, null, DaysAgo(25), 1, 0);

        var rows = (await account.CreativesAsync()).ToDictionary(row => row.Text("creative_id")!);

        Assert.That(Told(rows[$"{creative}"].GetProperty("targets"), "cac"), Does.StartWith(" ("));
        Assert.That(rows[$"{creative}"].GetProperty("targets").Number("leads"), Is.EqualTo(1));
        Assert.That(rows[$"{elsewhere}"].GetProperty("targets").IsNull("cac"));
        Assert.That(Told(rows[$"{elsewhere}"].GetProperty("advice")), Is.EqualTo(("wait", false)));
        Assert.That(rows["unknown"].IsNull("advice"));
    }

    private async Task<(TestAccount Account, Guid Direction, Guid Creative)> OpenAsync(object targets)
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var direction = await account.DirectionAsync();
        await JsonAsync(await account.Client.AskAsync(HttpMethod.Patch, $"/api/directions/{direction}", new { targets }));
        return (account, direction, await account.CreativeAsync(direction));
    }

    private static async Task InsertAsync(TestAccount account, Guid? creative, DateOnly day, int count, int qualified)
    {
        var noon = new DateTimeOffset(day.ToDateTime(new(12, 0)), TimeSpan.Zero);
        await account.InsertLeadsAsync(noon, noon.AddDays(1), qualified, creative);
        await account.InsertLeadsAsync(noon, count: count - qualified, creative: creative);
    }

    private static DateOnly DaysAgo(int days) =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-days);

    private static async Task<JsonElement> RowAsync(TestAccount account, Guid creative, string filter = "") =>
        (await account.CreativesAsync(filter)).Single(row => row.Text("creative_id") == $"{creative}");

    private static string Told(JsonElement targets, string name) =>
        targets.GetProperty(name) is var t
            ? FormattableString.Invariant(
                $"{t.Decimal("value")} ({t.Decimal("lo")}–{t.Decimal("hi")}) of {t.Decimal("goal")}: {t.Text("state")}"
            )
            : "";

    private static (string?, bool) Told(JsonElement advice) => (advice.Text("action"), advice.Flag("disagrees"));
}
