using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>All accounts of a caller on one page, each as its own pages tell it.</summary>
internal sealed class AccountFigureTests : ApiTest
{
    private static readonly string[] s_ofSummary = ["leads", "qualified", "won", "revenue", "spend", "cpl", "cpql", "romi"];

    [Test]
    public async Task Each_account_has_the_figures_of_its_own_pages_in_its_own_currency()
    {
        var (rub, eur, empty) = (
            await SellerAsync("RUB", "UTC"),
            await SellerAsync("EUR", "Asia/Almaty"),
            await OpenAsync("RUB")
        );
        using var member = (await SignedIn.NewAsync(Service, "viewer", rub.Id, eur.Id, empty.Id)).Client(Service);
        var period = $"from={DaysAgo(60):yyyy-MM-dd}&to={DaysAgo(0):yyyy-MM-dd}";

        var rows = (await JsonAsync(await member.GetAsync($"/api/analytics/accounts?{period}"))).List("accounts");

        Assert.That(rows.Select(row => row.Id()), Is.EquivalentTo([rub.Id, eur.Id, empty.Id]));
        foreach (var account in new[] { rub, eur, empty })
        {
            var row = rows.Single(r => r.Id() == account.Id);
            var summary = await account.FiguresAsync($"summary?{period}");
            var creatives = await account.CreativesAsync();
            Assert.Multiple(() =>
            {
                foreach (var name in s_ofSummary)
                    Assert.That(
                        row.GetProperty(name).GetRawText(),
                        Is.EqualTo(summary.GetProperty(name).GetProperty("value").GetRawText()),
                        name
                    );
                Assert.That(row.Text("currency"), Is.EqualTo(summary.Text("currency")));
                Assert.That(row.Time("data_as_of"), Is.EqualTo(summary.Time("data_as_of")));
                foreach (var verdict in new[] { "better", "worse" })
                    Assert.That(row.Number(verdict), Is.EqualTo(creatives.Count(c => c.Text("verdict") == verdict)), verdict);
                Assert.That(
                    row.List("leads_by_day").Sum(day => day.GetInt64()),
                    Is.EqualTo(account == empty ? 0 : 280),
                    "those of the last thirty days"
                );
            });
        }

        var first = rows.Single(r => r.Id() == rub.Id);
        Assert.That((first.Number("better"), first.Number("worse")), Is.EqualTo((1, 1)));
        Assert.That((first.Number("cpql_met"), first.Number("cpql_missed")), Is.EqualTo((1, 1)));
        Assert.That(rows.Single(r => r.Id() == eur.Id).Text("currency"), Is.EqualTo("EUR"));
    }

    [Test]
    public async Task Alerts_and_completeness_are_those_of_the_account()
    {
        var (account, quiet) = (await UnconnectedAccountAsync(new { time_zone = "UTC" }), await OpenAsync("RUB"));
        await Service.ExecuteAsync(
            """
            INSERT INTO leads (user_account_id, id, source_type, amocrm_push, is_qualified, is_deleted, is_test, created_at, updated_at)
            VALUES ($1, gen_random_uuid(), 'website', 'failed', false, false, false, now(), now())
            """,
            account.Id
        );
        await account.PostFormAsync(LeadForm.Status(501, 11, 22, LeadForm.T0));
        await account.SettleAsync();
        var alerts = await account.ItemsAsync("/api/alerts");

        var rows = (await JsonAsync(await Admin.GetAsync("/api/analytics/accounts"))).List("accounts");

        Assert.That(alerts, Is.Not.Empty);
        Assert.That(rows.Single(r => r.Id() == account.Id).Number("alerts"), Is.EqualTo(alerts.Count));
        Assert.That(rows.Single(r => r.Id() == quiet.Id).Number("alerts"), Is.Zero);
        Assert.That(rows.Single(r => r.Id() == quiet.Id).IsNull("completeness"), "nothing was expected");
    }

    [Test]
    public async Task Only_accounts_in_use_that_the_caller_may_use_are_shown()
    {
        var (own, archived) = (await OpenAsync("RUB"), await OpenAsync("RUB"));
        await OpenAsync("RUB");
        await JsonAsync(await Admin.PatchAsJsonAsync($"/api/user-accounts/{archived.Id}", new { is_archived = true }));
        using var member = (await SignedIn.NewAsync(Service, "member", own.Id, archived.Id)).Client(Service);
        using var platform = Service.Client(PlatformToken.For(own.Id));
        using var nobody = (await SignedIn.NewAsync(Service, "viewer")).Client(Service);

        foreach (var client in new[] { member, platform, own.Client })
            Assert.That(
                (await JsonAsync(await client.GetAsync("/api/analytics/accounts"))).List("accounts").Select(a => a.Id()),
                Is.EqualTo([own.Id])
            );
        Assert.That((await JsonAsync(await nobody.GetAsync("/api/analytics/accounts"))).List("accounts"), Is.Empty);
        await ProblemAsync(
            await member.GetAsync("/api/analytics/accounts?from=2026-02-02&to=2026-02-01"),
            HttpStatusCode.BadRequest,
            "validation_error",
            "period_inverted"
        );
        var csv = CsvAnswer.Read(await CsvAnswer.CsvAsync(await member.GetAsync("/api/analytics/accounts?format=csv")));
        Assert.That(csv.Single()["id"], Is.EqualTo($"{own.Id}"));
    }

    private Task<TestAccount> OpenAsync(string currency) => UnconnectedAccountAsync(new { time_zone = "UTC", currency });

    /// <summary>Two creatives of forty days each, one better and dear, the other worse and cheap.</summary>
    private async Task<TestAccount> SellerAsync(string currency, string timeZone)
    {
        var account = await UnconnectedAccountAsync(new { time_zone = timeZone, currency });
        var direction = await account.DirectionAsync();
        await JsonAsync(
            await account.Client.AskAsync(
                HttpMethod.Patch,
                $"/api/directions/{direction}",
                new { targets = new { cpql = 1_000 } }
            )
        );
        var (dear, cheap) = (await account.CreativeAsync(direction), await account.CreativeAsync(direction));
        for (var day = 16; day < 56; day++)
        {
            await InsertAsync(account, dear, DaysAgo(day), 6);
            await InsertAsync(account, cheap, DaysAgo(day), 3);
            await account.InsertSpendAsync($"{DaysAgo(day):yyyy-MM-dd}", 20_000, creative: dear, currency: currency);
            await account.InsertSpendAsync($"{DaysAgo(day):yyyy-MM-dd}", 300, creative: cheap, currency: currency);
        }

        await account.InsertSaleAsync(dear, 70_000, currency);
        return account;
    }

    private static async Task InsertAsync(TestAccount account, Guid creative, DateOnly day, int qualified)
    {
        var noon = new DateTimeOffset(day.ToDateTime(new(12, 0)), TimeSpan.Zero);
        await account.InsertLeadsAsync(noon, noon.AddDays(1), qualified, creative);
        await account.InsertLeadsAsync(noon, count: 10 - qualified, creative: creative);
    }

    private static DateOnly DaysAgo(int days) =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-days);
}
