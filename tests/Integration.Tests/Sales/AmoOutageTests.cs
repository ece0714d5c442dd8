using System.Globalization;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Sales;

/// <summary>Whatever befalls amoCRM, the status change stands at once and the sale comes as soon as it can.</summary>
internal sealed class AmoOutageTests : DealTest
{
    private static readonly FaultRule s_busy = new() { Kind = FaultKind.Error, Status = 429 };

    /// <summary>An hour and more when somebody asks for it; in the daily run no longer than all that happens takes.</summary>
    private static TimeSpan Lasting =>
        TimeSpan.FromSeconds(
            int.TryParse(Environment.GetEnvironmentVariable("OUTAGE_TEST_SECONDS"), CultureInfo.InvariantCulture, out var given)
                ? given
                : 0
        );

    [Test]
    public async Task While_amoCRM_is_down_the_status_changes_and_the_sale_comes_when_it_is_back()
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account);
        var lead = (await account.ItemsAsync("/api/leads")).Single();

        using (Fail(account, new() { Kind = FaultKind.Drop }))
        {
            await WinAsync(account, deal, 40);
            await TestAccount.UntilAsync(() => Task.FromResult(LookUps(account).Count > 0), () => "amoCRM was not asked");

            Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo($"{deal.PipelineId}/142"));
            Assert.That(await account.HistoryAsync(lead), Has.Count.EqualTo(2));
            Assert.That(await account.ItemsAsync("/api/sales"), Is.Empty);
        }

        Assert.That((await account.SaleAsync()).Number("amount"), Is.EqualTo(40));
    }

    [Test]
    public async Task A_long_outage_costs_no_status_change_and_no_sale_and_is_made_up_for_in_few_calls()
    {
        const int Deals = 250,
            Won = 200,
            Moves = 40;
        var account = await SellerAsync();
        var pipeline = account.Crm.Pipelines.Main;
        var deals = Enumerable.Range(0, Deals).Select(i => OpenDeal(account, i, $"+7916{i:0000000}")).ToList();
        await Parallel.ForEachAsync(deals, async (deal, _) => await account.LinkedLeadAsync(deal.Id));

        using (Fail(account, new() { Kind = FaultKind.Drop }))
        {
            // 10,000 status changes, told 500 at a time, and among them the deals that are won.
            var forms =
                from move in Enumerable.Range(0, Moves)
                from deal in deals
                select LeadForm.Build(
                    "status",
                    deals.IndexOf(deal) + (move * Deals),
                    LeadForm.Fields(deal.Id, pipeline.Id, 1000 + move, LeadForm.T0 + move, oldStatus: null, price: "1")
                );
            foreach (var deal in deals.Take(Won))
                account.Crm.Leads.Win(deal.Id, price: deal.Id % 1000, at: Closed);
            var told = forms.Chunk(500).Zip(deals.Take(Won).Chunk(Won * 500 / (Moves * Deals))).ToList();
            using var spread = new PeriodicTimer((Lasting / told.Count) + TimeSpan.FromMilliseconds(1));
            foreach (var (changes, won) in told)
            {
                await account.DeliverAsync(
                    LeadForm.Together(changes),
                    LeadForm.Together(won.Select((deal, i) => Winning(account, deal, i)))
                );
                await spread.WaitForNextTickAsync();
            }

            // Whatever is under way when amoCRM is back was begun with all of them waiting.
            var failures = await FailuresAsync(account);
            await TestAccount.UntilAsync(async () => await FailuresAsync(account) > failures, () => "amoCRM was not asked again");

            Assert.That(await account.ItemsAsync("/api/sales"), Is.Empty);
            Assert.That(
                await Service.ScalarAsync<long>(
                    "SELECT count(*) FROM amocrm_lead_status_history WHERE user_account_id = $1",
                    account.Id
                ),
                Is.EqualTo((Moves * Deals) + Won)
            );
        }

        var before = LookUps(account).Count(call => call.Status == 200);
        await TestAccount.UntilAsync(
            async () => (await account.ItemsAsync("/api/sales?limit=500")).Count == Won,
            () => "not all sales came",
            TimeSpan.FromMinutes(2) // after a long outage amoCRM is asked once a minute
        );

        Assert.That(
            (await account.ItemsAsync("/api/sales?limit=500")).Select(s =>
                (s.Number("amocrm_deal_id"), s.Number("amount"), s.Text("client_phone"))
            ),
            Is.EquivalentTo(deals.Take(Won).Select((d, i) => ((long?)d.Id, (long?)(d.Id % 1000), $"+7916{i:0000000}")))
        );
        var asked = LookUps(account).Where(call => call.Status == 200).Skip(before).ToList();
        Assert.That(asked, Has.Count.LessThanOrEqualTo(Won * 20 / 1000), string.Join('\n', asked));
    }

    [Test]
    public async Task When_amoCRM_asks_to_wait_it_is_left_alone_for_as_long()
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account);

        using var busy = Fail(account, s_busy with { RetryAfter = 2, Times = 1, Match = "GET /api/v4/leads" });
        await WinAsync(account, deal, 40);

        Assert.That((await account.SaleAsync()).Number("amount"), Is.EqualTo(40));
        var calls = LookUps(account);
        Assert.That(calls[0].Status, Is.EqualTo(429));
        Assert.That(calls[1].At - calls[0].At, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1.9)));
    }

    [TestCase(FaultBody.Json)]
    [TestCase(FaultBody.Text)]
    public async Task When_amoCRM_is_busy_and_does_not_say_how_long_it_is_asked_again(FaultBody body)
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account);

        using var busy = Fail(account, s_busy with { Times = 2, Body = body, Match = "GET /api/v4/leads" });
        await WinAsync(account, deal, 40);

        Assert.That((await account.SaleAsync()).Number("amount"), Is.EqualTo(40));
        Assert.That(LookUps(account).Count(call => call.Status == 429), Is.EqualTo(2));
    }

    [Test]
    public async Task A_token_that_amoCRM_refuses_asks_for_a_person_and_a_good_one_brings_the_waiting_sale()
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account);
        Service.Amo.RevokeToken(account.Crm.LongLivedToken);

        await WinAsync(account, deal, 40);
        await TestAccount.UntilAsync(
            async () => (await ConnectionAsync(account)) == "reauthorization_required",
            () => "the refused token was not noticed"
        );
        var waiting = await account.ItemsAsync("/api/sales");
        var connected = await account.Client.PutAsJsonAsync(
            $"/api/user-accounts/{account.Id}/amocrm-connection",
            new { amocrm_domain = account.Crm.Host, long_lived_token = Service.Amo.IssueToken(account.Crm.Id) }
        );

        Assert.That(waiting, Is.Empty);
        Assert.That((await JsonAsync(connected)).Text("connection"), Is.EqualTo("connected"));
        Assert.That((await account.SaleAsync()).Number("amount"), Is.EqualTo(40));
    }

    private static Task<int> FailuresAsync(TestAccount account) =>
        Service.ScalarAsync<int>("SELECT coalesce(max(failures), 0) FROM outbox_leases WHERE user_account_id = $1", account.Id);

    private static string Winning(TestAccount account, CrmLead deal, int index) =>
        LeadForm.Build(
            "status",
            index,
            LeadForm.Fields(deal.Id, account.Crm.Leads.Get(deal.Id).PipelineId, 142, Closed, oldStatus: null, price: "1")
        );

    private static async Task<string?> ConnectionAsync(TestAccount account) =>
        (await JsonAsync(await account.Client.GetAsync($"/api/user-accounts/{account.Id}"))).Text("connection");
}
