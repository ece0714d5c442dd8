namespace AmoCrmQualification.Integration.Tests.Reconciliation;

/// <summary>How much of what happened the webhooks told, counted in days of the account's time zone.</summary>
internal sealed class CompletenessTests : ReconciliationTest
{
    [Test]
    public async Task Each_change_counts_by_how_it_was_first_learnt()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        await account.LinkedLeadAsync(deal.Id);
        await account.DeliverAsync(LeadForm.Add(deal.Id, deal.PipelineId, deal.StatusId, deal.CreatedAt));
        await TellAsync(account, deal, "Замер", 60);
        Move(account, deal, "Договор", Start + 120);
        await TellAsync(account, deal, "Новая", 180);
        var stranger = Deal(account, Start);
        Move(account, stranger, "Замер", Start + 60);
        await account.ReconcileAsync();

        var days = await DaysAsync(account);

        Assert.That(Sum(days, "expected"), Is.EqualTo(3), "deals that are not linked do not count");
        Assert.That(Sum(days, "by_webhook"), Is.EqualTo(2));
        Assert.That(Sum(days, "healed"), Is.EqualTo(1));
        Assert.That(Sum(days, "unexplained"), Is.Zero);
    }

    [TestCase(-1)]
    [TestCase(1)]
    public async Task A_hook_whose_clock_is_a_second_off_has_told_of_the_change(int off)
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        await account.LinkedLeadAsync(deal.Id);
        Move(account, deal, "Замер", Start + 60);
        await account.DeliverAsync(LeadForm.Status(deal.Id, deal.PipelineId, Stage(account, "Замер"), Start + 60 + off));
        await account.ReconcileAsync();
        foreach (var table in new[] { "amocrm_stage_sightings", "amocrm_lead_status_history" })
            await Service.ExecuteAsync(
                $"UPDATE {table} SET received_at = received_at - interval '3 days' WHERE user_account_id = $1",
                account.Id
            );
        await Service.PurgeAsync();

        var days = await DaysAsync(account);

        Assert.That((Sum(days, "expected"), Sum(days, "by_webhook")), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public async Task A_stage_that_was_found_by_looking_is_unexplained()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        await account.LinkedLeadAsync(deal.Id);
        Move(account, deal, "Замер", Start + 60);
        account.Crm.Events.Forget();
        await account.ReconcileAsync();

        var days = await DaysAsync(account);

        Assert.That(Sum(days, "unexplained"), Is.EqualTo(1));
        Assert.That(days.Select(day => day.Number("expected")), Is.All.Zero);
        Assert.That(days.All(day => day.IsNull("completeness")), "nothing was expected");
    }

    [Test]
    public async Task Days_are_those_of_the_accounts_time_zone()
    {
        // 2026-11-20 20:59:59 and 21:00:00 UTC: midnight in Moscow lies between.
        const long LastSecond = 1_795_208_399;
        var account = await SellerAsync(new { time_zone = "Europe/Moscow" });
        var deal = Deal(account, LastSecond - 100);
        await account.LinkedLeadAsync(deal.Id);
        Move(account, deal, "Замер", LastSecond);
        Move(account, deal, "Договор", LastSecond + 1);
        Move(account, deal, "Новая", LastSecond + 2);
        await account.DeliverAsync(LeadForm.Status(deal.Id, deal.PipelineId, Stage(account, "Новая"), LastSecond + 2));
        await account.ReconcileAsync();

        var days = await DaysAsync(account, "from=2026-11-19&to=2026-11-22");

        Assert.That(
            days.Select(day =>
                $"{day.Text("date")} {day.Number("expected")} {day.Number("healed")} {day.GetProperty("completeness")}"
            ),
            Is.EqualTo(["2026-11-19 0 0 ", "2026-11-20 1 1 0", "2026-11-21 2 1 50", "2026-11-22 0 0 "])
        );
    }

    [Test]
    public async Task The_last_thirty_days_are_shown_when_none_are_named()
    {
        var account = await UnconnectedAccountAsync();

        var days = await DaysAsync(account);

        Assert.That(days, Has.Count.EqualTo(30));
        Assert.That(days.Select(day => day.Text("date")), Is.Ordered.And.Unique);
        Assert.That(days[0].Names(), Is.EqualTo(["date", "expected", "by_webhook", "healed", "unexplained", "completeness"]));
    }

    [TestCase("from=2026-11-02&to=2026-11-01")]
    [TestCase("from=2025-01-01&to=2026-11-01")]
    [TestCase("from=yesterday")]
    [TestCase("to=9999-12-31")]
    public async Task A_period_that_cannot_be_shown_is_refused(string period)
    {
        var account = await UnconnectedAccountAsync();

        await ProblemAsync(
            await account.SendAsync(HttpMethod.Get, $"/api/amocrm/completeness?{period}"),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
    }

    private static async Task TellAsync(TestAccount account, Sandbox.World.CrmLead deal, string stage, long after)
    {
        Move(account, deal, stage, Start + after);
        await account.DeliverAsync(LeadForm.Status(deal.Id, deal.PipelineId, Stage(account, stage), Start + after));
    }

    private static async Task<IReadOnlyList<JsonElement>> DaysAsync(TestAccount account, string period = "") =>
        (await account.GetAsync($"/api/amocrm/completeness?{period}")).List("days");

    private static long Sum(IEnumerable<JsonElement> days, string what) => days.Sum(day => day.Number(what)!.Value);
}
