using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

internal sealed class CreativeFiguresTests : ApiTest
{
    private static readonly DateTimeOffset Long = TimeProvider.System.GetUtcNow().AddDays(-40);
    private static readonly DateTimeOffset Created = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task The_golden_direction_is_ranked_as_the_definitions_say()
    {
        var account = await UnconnectedAccountAsync();
        var direction = await account.DirectionAsync();
        (int Qualified, int Leads)[] golden = [(30, 50), (35, 40), (3, 4), (10, 40), (0, 6), (18, 30)];
        Dictionary<Guid, (int, int)> made = [];
        foreach (var (qualified, leads) in golden)
        {
            var creative = await account.CreativeAsync(direction);
            await account.InsertLeadsAsync(Long, Long.AddDays(1), qualified, creative);
            await account.InsertLeadsAsync(Long, count: leads - qualified, creative: creative);
            made[creative] = (qualified, leads);
        }

        var rows = (await account.CreativesAsync()).ToDictionary(row => made[row.Id("creative_id")]);

        Assert.That(golden.Select(g => rows[g].Decimal("shrunk_rate")), Is.EqualTo([59.8, 85.6, 67.8, 26.9, 16.8, 59.7]));
        Assert.That(golden.Select(g => rows[g].Decimal("p_best")!.Value), Is.EqualTo([0, 0.83, 0.17, 0, 0, 0]).Within(0.005));
        Assert.That(rows[(35, 40)].Rate("qualification"), Is.EqualTo("35/40 87.5 [73.9; 94.5]"));
        Assert.That(rows[(30, 50)].Rate("qualification"), Is.EqualTo("30/50 60 [46.2; 72.4]"));
        Assert.That(rows[(30, 50)].Id("direction_id"), Is.EqualTo(direction));
        Assert.That(rows[(35, 40)].Rate("judged"), Is.EqualTo("35/40 87.5 [65.5; 97.9]"));
        Assert.That(rows[(30, 50)].Rate("judged"), Is.EqualTo("30/50 60 [37.5; 79.9]"));
    }

    [Test]
    public async Task Creatives_compete_within_their_direction_and_with_those_that_are_not_asked_for()
    {
        var account = await UnconnectedAccountAsync();
        var (kitchens, wardrobes) = (await account.DirectionAsync("К"), await account.DirectionAsync("Ш"));
        var (good, bad) = (await account.CreativeAsync(kitchens), await account.CreativeAsync(kitchens));
        var alone = await account.CreativeAsync(wardrobes);
        foreach (
            var (creative, direction, qualified) in new[] { (good, kitchens, 80), (bad, kitchens, 20), (alone, wardrobes, 99) }
        )
        {
            foreach (var day in new[] { Long, Long.AddDays(1) })
            {
                await account.InsertLeadsAsync(day, day.AddDays(1), qualified, creative, direction: direction);
                await account.InsertLeadsAsync(day, count: 100 - qualified, creative: creative, direction: direction);
            }
        }

        var all = (await account.CreativesAsync()).ToDictionary(row => row.Id("creative_id"));
        var one = (await account.CreativesAsync($"creativeId={bad}")).Single();

        Assert.That(all[good].Text("verdict"), Is.EqualTo("better"));
        Assert.That(all[good].Decimal("p_best"), Is.EqualTo(1));
        Assert.That(all[alone].Text("verdict"), Is.EqualTo("alone"), "it has no rivals");
        Assert.That(one.Timeless(), Is.EqualTo(all[bad].Timeless()));
    }

    [Test]
    public async Task Rows_come_by_leads_and_those_of_no_creative_are_unknown()
    {
        var account = await UnconnectedAccountAsync();
        var (small, big) = (await account.CreativeAsync(), await account.CreativeAsync());
        await account.InsertLeadsAsync(1, small, qualified: 1);
        await account.InsertLeadsAsync(3, big, qualified: 0);
        await account.InsertLeadsAsync(2, creative: null, qualified: 1);

        var rows = await account.CreativesAsync();

        Assert.That(rows.Select(r => r.Text("creative_id")), Is.EqualTo([$"{big}", "unknown", $"{small}"]));
        Assert.That(rows[1].IsNull("title") && rows[1].IsNull("p_best") && rows[1].IsNull("shrunk_rate"));
        Assert.That((await account.CreativesAsync("creativeId=unknown")).Single().Number("total_leads"), Is.EqualTo(2));
    }

    [Test]
    public async Task Spend_follows_the_ad_to_its_creative_and_is_seen_without_any_lead()
    {
        var account = await UnconnectedAccountAsync(new { currency = "RUB" });
        var (creative, idle) = (await account.CreativeAsync(null, "ad1", "ad2"), await account.CreativeAsync());
        await account.InsertLeadsAsync(Created, Created.AddDays(1), count: 4, creative: creative);
        await account.InsertLeadsAsync(Created, count: 6, creative: creative);
        await account.InsertSaleAsync(creative, 3_000, "RUB");
        await account.InsertSpendAsync("2026-03-10", 600.5m, ad: "ad1");
        await account.InsertSpendAsync("2026-03-11", 399.5m, ad: "ad2");
        await account.InsertSpendAsync("2026-03-12", 50, creative: idle);
        await account.InsertSpendAsync("2026-03-12", 7, ad: "nobody's");
        await account.InsertSpendAsync("2026-04-01", 10_000, ad: "ad1");

        var answer = await account.FiguresAsync("creatives?from=2026-03-01&to=2026-03-31");
        var rows = answer.List("creatives");

        Assert.That(
            Money(rows[0]),
            Is.EqualTo("1 won, 3000 for 1000 RUB: cpl 100, cpql 250, cac 1000, romi 200"),
            rows[0].GetRawText()
        );
        Assert.That(rows[0].Rate("conversion"), Is.EqualTo("1/4 25 [4.6; 69.9]"));
        Assert.That(
            Money(rows.Single(r => r.Text("creative_id") == $"{idle}")),
            Is.EqualTo("0 won, 0 for 50 RUB: cpl , cpql , cac , romi -100")
        );
        Assert.That(rows.Single(r => r.Text("creative_id") == "unknown").Decimal("spend"), Is.EqualTo(7));
        Assert.That(
            answer.GetProperty("coverage").GetRawText(),
            Is.EqualTo(
                """{"leads":10,"linked":10,"with_creative":10,"with_spend":10,"people":10,"deleted_leads":0,"test_leads":0,"spend_days":3,"days":31,"deals_outside":0,"deals_outside_amount":null}"""
            )
        );
    }

    [Test]
    public async Task Without_known_spend_nothing_is_said_of_costs()
    {
        var account = await UnconnectedAccountAsync(new { currency = "RUB" });
        await account.InsertLeadsAsync(2, await account.CreativeAsync(), qualified: 1);

        var row = (await account.CreativesAsync()).Single();

        Assert.That(Money(row), Is.EqualTo("0 won, 0 for  RUB: cpl , cpql , cac , romi "));
    }

    [Test]
    public async Task Amounts_of_different_currencies_are_not_added()
    {
        var account = await UnconnectedAccountAsync(new { currency = "KZT" });
        var (mixed, crossed, foreign) = (
            await account.CreativeAsync(),
            await account.CreativeAsync(),
            await account.CreativeAsync()
        );
        foreach (var creative in new[] { mixed, crossed, foreign })
            await account.InsertLeadsAsync(Created, Created, count: 3, creative: creative);
        await account.InsertSpendAsync("2026-03-10", 1, creative: mixed, currency: "USD");
        await account.InsertSpendAsync("2026-03-11", 2, creative: mixed, currency: "KZT");
        await account.InsertSaleAsync(mixed, 100, "USD");
        await account.InsertSaleAsync(mixed, 100, "KZT");
        await account.InsertSpendAsync("2026-03-10", 5, creative: crossed, currency: "USD");
        await account.InsertSaleAsync(crossed, 100, "KZT");
        await account.InsertSpendAsync("2026-03-10", 6, creative: foreign, currency: "USD");

        var rows = (await account.CreativesAsync()).ToDictionary(r => r.Id("creative_id"));

        Assert.That(Money(rows[mixed]), Is.EqualTo("2 won,  for  KZT: cpl , cpql , cac , romi "));
        Assert.That(rows[mixed].GetProperty("spend_by_currency").GetRawText(), Does.Contain("USD").And.Contain("KZT"));
        Assert.That(Money(rows[crossed]), Is.EqualTo("1 won, 100 for  KZT: cpl , cpql , cac , romi "));
        Assert.That(Money(rows[foreign]), Is.EqualTo("0 won, 0 for 6 USD: cpl 2, cpql 2, cac , romi -100"));
    }

    [Test]
    public async Task Coverage_tells_what_the_figures_do_not_see()
    {
        var account = await UnconnectedAccountAsync();
        var creative = await account.CreativeAsync();
        await account.LinkedLeadAsync(deal: 1, creative: creative);
        await account.LinkedLeadAsync(deal: 2);
        await account.LeadAsync(new { source_type = "manual", phone = "+79161234567" });
        await account.DeliverAsync(
            "leads[add][0][id]=3&leads[add][0][status_id]=501&leads[add][0][pipeline_id]=301&leads[add][0][price]=700",
            "leads[add][0][id]=4&leads[add][0][status_id]=501&leads[add][0][pipeline_id]=301",
            "leads[add][0][id]=5&leads[add][0][status_id]=501&leads[add][0][pipeline_id]=301&leads[add][0][price]=9",
            "leads[delete][0][id]=5"
        );

        var coverage = (await account.FiguresAsync("creatives?from=2020-01-01&to=2099-12-31")).GetProperty("coverage");

        Assert.That(
            coverage.GetRawText(),
            Is.EqualTo(
                """{"leads":3,"linked":2,"with_creative":1,"with_spend":0,"people":1,"deleted_leads":0,"test_leads":0,"spend_days":0,"days":29220,"deals_outside":2,"deals_outside_amount":700}"""
            )
        );
    }

    [Test]
    public async Task People_are_told_apart_by_phone_else_by_e_mail_and_else_are_as_many_as_their_leads()
    {
        var account = await UnconnectedAccountAsync(new { adopt_deals = "off" });
        var (kitchens, wardrobes) = (await account.CreativeAsync(), await account.CreativeAsync());
        (Guid? Creative, string? Phone, string? Email)[] leads =
        [
            (kitchens, "8 (916) 123-45-67", "a@example.ru"),
            (kitchens, "+7 916 123 45 67", "b@example.ru"),
            (kitchens, null, "Anna@example.ru"),
            (kitchens, null, "anna@Example.ru"),
            (kitchens, null, null),
            (kitchens, null, null),
            (wardrobes, "89161234567", null),
            (wardrobes, "+7 916 000-00-00", "anna@example.ru"),
            (null, null, "anna@example.ru"),
            (null, "no phone at all: 12", null),
        ];
        foreach (var ((creative, phone, email), number) in leads.Select((lead, i) => (lead, i)))
            await account.LeadAsync(
                new
                {
                    source_type = "website",
                    phone,
                    email,
                    chat_id = $"chat-{number}",
                    creative_id = creative,
                    amocrm_lead_id = 100 + number,
                }
            );
        await account.LeadAsync(new { source_type = "manual", phone = "+79165555555" }); // it has no deal

        var answer = await account.FiguresAsync("creatives?x=");

        Assert.That(
            answer.List("creatives").Select(row => (row.Text("creative_id"), row.Number("total_leads"), row.Number("people"))),
            Is.EquivalentTo([($"{kitchens}", 6L, 4L), ($"{wardrobes}", 2L, 2L), ("unknown", 2L, 2L)])
        );
        Assert.That(answer.GetProperty("coverage").Number("people"), Is.EqualTo(6), "some answered two creatives");
        var one = await account.FiguresAsync($"creatives?creativeId={wardrobes}");
        Assert.That(one.List("creatives").Single().Number("people"), Is.EqualTo(2));
        Assert.That(one.GetProperty("coverage").Number("people"), Is.EqualTo(2));
        var none = await account.FiguresAsync("creatives?from=2020-01-01&to=2020-01-02");
        Assert.That(none.GetProperty("coverage").Number("people"), Is.Zero);
    }

    [TestCase("mode=sometimes", "mode")]
    [TestCase("mode=0", "mode")]
    [TestCase("mode=within", "days")]
    [TestCase("mode=within&days=0", "days")]
    [TestCase("days=-1", "days")]
    [TestCase("creativeId=abc", "creativeId")]
    [TestCase("directionId=abc", "directionId")]
    [TestCase("from=2026-02-30", "from")]
    [TestCase("from=2026-03-02&to=2026-03-01", "to")]
    [TestCase("format=xls", "format")]
    [TestCase("separator=x", "separator")]
    public async Task What_cannot_be_asked_is_refused_by_name(string filter, string field)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.Client.GetAsync(account.Url($"/api/analytics/creatives?{filter}"));

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
    }

    private static string Money(JsonElement row) =>
        FormattableString.Invariant(
            $"{row.Number("won_deals")} won, {row.Decimal("revenue")} for {row.Decimal("spend")} {row.Text("currency")}: cpl {row.Decimal("cpl")}, cpql {row.Decimal("cpql")}, cac {row.Decimal("cac")}, romi {row.Decimal("romi")}"
        );
}
