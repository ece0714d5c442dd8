using System.Globalization;
using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

internal sealed class SummaryTests : ApiTest
{
    [Test]
    public async Task Each_figure_stands_beside_that_of_as_many_days_before()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var creative = await account.CreativeAsync(null, "ad1");
        await account.InsertLeadsAsync(At("2026-03-05T00:00:00Z"), At("2026-03-06T00:00:00Z"), count: 2, creative: creative);
        await account.InsertSaleAsync(creative, 300, "RUB", At("2026-03-12T00:00:00Z"));
        await account.InsertLeadsAsync(At("2026-03-11T00:00:00Z"), count: 6, creative: creative);
        await account.InsertLeadsAsync(At("2026-03-19T23:59:59Z"), At("2026-03-20T00:00:00Z"), count: 4, creative: creative);
        await account.InsertLeadsAsync(At("2026-03-20T00:00:00Z"), count: 9);
        await account.InsertSpendAsync("2026-03-05", 100, ad: "ad1");
        await account.InsertSpendAsync("2026-03-11", 300, ad: "ad1");
        await account.InsertSpendAsync("2026-03-19", 100, ad: "ad1");

        var answer = await account.FiguresAsync("summary?from=2026-03-10&to=2026-03-19");

        Assert.That(
            answer.GetProperty("previous_period").GetRawText(),
            Is.EqualTo("""{"from":"2026-02-28","to":"2026-03-09"}""")
        );
        string[] figures = ["leads", "qualified", "won", "revenue", "spend", "cpl", "cpql", "cac", "romi"];
        Assert.That(
            figures.Select(name => Told(answer, name)),
            Is.EqualTo([
                "leads 10, 2",
                "qualified 4, 2",
                "won 0, 1",
                "revenue 0, 300",
                "spend 400, 100",
                "cpl 40, 50",
                "cpql 100, 50",
                "cac , 100",
                "romi -100, 200",
            ])
        );
        Assert.That(answer.GetProperty("qualification").Rate("value"), Does.StartWith("4/10 40 "));
        Assert.That(answer.GetProperty("qualification").Rate("previous"), Does.StartWith("2/2 100 "));
        Assert.That(answer.GetProperty("conversion").Rate("previous"), Does.StartWith("1/2 50 "));
        Assert.That(Told(answer.GetProperty("cash"), "won_deals"), Is.EqualTo("won_deals 1, 0"));
        Assert.That(Told(answer.GetProperty("cash"), "revenue"), Is.EqualTo("revenue 300, 0"));
        Assert.That(answer.Text("currency"), Is.EqualTo("RUB"));
    }

    [Test]
    public async Task Without_a_beginning_there_is_nothing_before()
    {
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(At("2026-03-11T00:00:00Z"), count: 6);

        var answer = await account.FiguresAsync("summary");

        Assert.That(answer.IsNull("previous_period"));
        Assert.That(Told(answer, "leads"), Is.EqualTo("leads 6, "));
        Assert.That(Told(answer, "spend"), Is.EqualTo("spend , "));
        Assert.That(answer.IsNull("data_as_of"), "amoCRM has told nothing yet");
    }

    [Test]
    public async Task It_says_until_when_it_is_known_what_happened()
    {
        var account = await UnconnectedAccountAsync();
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await account.DeliverAsync(LeadForm.Status(1, 11, 22, LeadForm.T0));

        var told = (await account.FiguresAsync("summary")).Time("data_as_of");

        Assert.That(told, Is.InRange(before, TimeProvider.System.GetUtcNow()));
    }

    [Test]
    public async Task A_direction_has_its_own_leads_and_the_spend_of_its_creatives()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var direction = await account.DirectionAsync();
        var (inside, outside) = (await account.CreativeAsync(direction, "in"), await account.CreativeAsync(null, "out"));
        await account.LinkedLeadAsync(deal: 1, creative: inside);
        await account.LinkedLeadAsync(deal: 2, creative: outside);
        await account.InsertSpendAsync("2026-03-10", 5, ad: "in");
        await account.InsertSpendAsync("2026-03-10", 7, ad: "out");
        await account.InsertSpendAsync("2026-03-10", 9, ad: "nobody's");

        Assert.That(await SpendAsync(""), Is.EqualTo("spend 21, "));
        Assert.That(await SpendAsync($"directionId={direction}"), Is.EqualTo("spend 5, "));
        Assert.That(await SpendAsync($"creativeId={outside}"), Is.EqualTo("spend 7, "));
        Assert.That(await SpendAsync("creativeId=unknown"), Is.EqualTo("spend 9, "));

        async Task<string> SpendAsync(string filter) => Told(await account.FiguresAsync($"summary?{filter}"), "spend");
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static string Told(JsonElement answer, string name)
    {
        var figure = answer.GetProperty(name);
        return FormattableString.Invariant($"{name} {figure.Decimal("value")}, {figure.Decimal("previous")}");
    }
}
