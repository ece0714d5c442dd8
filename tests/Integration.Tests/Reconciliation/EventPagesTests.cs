using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Reconciliation;

/// <summary>All events are read, however amoCRM hands them out.</summary>
internal sealed class EventPagesTests : ReconciliationTest
{
    private const int Moves = 230;

    [TestCase(100)]
    [TestCase(250)]
    public async Task Every_page_is_read_whatever_amoCRM_gives_at_most(int most)
    {
        var account = await SellerAsync();
        account.Crm.Switches = account.Crm.Switches with { EventsLimitMax = most };
        var lead = await MovedAsync(account);

        await account.ReconcileAsync();

        Assert.That(await account.HistoryAsync(lead), Has.Count.EqualTo(Moves + 1));
    }

    [Test]
    public async Task Events_that_amoCRM_leaves_out_once_are_read_again()
    {
        var account = await SellerAsync();
        await MovedAsync(account);
        using var hiccup = Fail(account, CutShort with { Times = 2 });

        var run = await account.ReconcileAsync();

        Assert.That(await StepsAsync(account), Is.EqualTo(Moves));
        Assert.That(run.Text("error"), Is.Null);
    }

    [Test]
    public async Task Events_that_amoCRM_goes_on_leaving_out_are_said_to_be_missing_and_read_by_the_next_run()
    {
        var account = await SellerAsync();
        MoveAbout(account, step: 1); // more than a page even in the shortest span that is tried
        using (Fail(account, CutShort))
        {
            var run = await account.ReconcileAsync();
            Assert.That(run.Text("error"), Does.Contain("cut its list of events short"));
            Assert.That(await StepsAsync(account), Is.LessThan(Moves));
        }

        var next = await account.ReconcileAsync();

        Assert.That(next.Text("error"), Is.Null);
        Assert.That(await StepsAsync(account), Is.EqualTo(Moves));
    }

    [Test]
    public async Task A_run_asks_as_often_as_it_has_to()
    {
        var account = await SellerAsync();
        for (var i = 0; i < 120; i++)
            await account.LinkedLeadAsync(Deal(account, Start + i).Id);
        await account.ReconcileAsync();
        Service.Amo.ClearRequests();

        await account.ReconcileAsync();

        Assert.That(CallsTo(account, "/api/v4/leads"), Has.Count.EqualTo(2), "a hundred deals a call");
        Assert.That(CallsTo(account, "/api/v4/events"), Has.Count.EqualTo(1), "nothing is new");
    }

    private static FaultRule CutShort => new() { Kind = FaultKind.Empty, Match = "page=" };

    private static async Task<System.Text.Json.JsonElement> MovedAsync(TestAccount account)
    {
        var deal = MoveAbout(account);
        return await account.LinkedLeadAsync(deal);
    }

    private static long MoveAbout(TestAccount account, int step = 20)
    {
        var deal = Deal(account, Start);
        for (var i = 1; i <= Moves; i++)
            Move(account, deal, i % 2 == 0 ? "Новая" : "Замер", Start + (i * step));
        return deal.Id;
    }

    private static Task<long> StepsAsync(TestAccount account) =>
        Service.ScalarAsync<long>(
            "SELECT count(*) FROM amocrm_lead_status_history WHERE user_account_id = $1 AND seen_in_events",
            account.Id
        );
}
