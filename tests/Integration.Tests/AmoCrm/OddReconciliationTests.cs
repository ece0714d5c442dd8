using AmoCrmQualification.Integration.Tests.Reconciliation;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.AmoCrm;

/// <summary>Reconciliations of accounts with one event or one deal that cannot be read.</summary>
internal sealed class OddReconciliationTests : ReconciliationTest
{
    [TestCase("value_before", "{}")]
    [TestCase("value_before", "[]")]
    [TestCase("value_before", "\"\"")]
    [TestCase("created_by", "[]")]
    [TestCase("_embedded", "[]")]
    public async Task A_value_of_an_event_that_is_not_needed_may_be_odd(string name, string value)
    {
        var (account, odd, other) = await TwoMovedAsync();
        var (oddLead, otherLead) = (await account.LinkedLeadAsync(odd.Id), await account.LinkedLeadAsync(other.Id));
        using var fault = Fail(account, new() { Kind = FaultKind.Php, Set = new(name, value, MoveOf(account, odd)) });

        var run = await account.ReconcileAsync();

        Assert.That(run.Number("skipped"), Is.EqualTo(0), run.ToString());
        Assert.That(await WayAsync(account, oddLead), Does.EndWith("Замер@60"), "at its true time");
        Assert.That(await WayAsync(account, otherLead), Is.EqualTo("Новая@0 Замер@60"));
    }

    [TestCase("value_after", "[]")]
    [TestCase("value_after", "{}")]
    [TestCase("value_after", "\"\"")]
    [TestCase("created_at", "\"\"")]
    [TestCase("entity_id", "[]")]
    [TestCase("type", "[]")]
    public async Task An_event_that_cannot_be_read_is_skipped_counted_and_named_in_the_log(string name, string value)
    {
        var (account, odd, other) = await TwoMovedAsync();
        var (oddLead, otherLead) = (await account.LinkedLeadAsync(odd.Id), await account.LinkedLeadAsync(other.Id));
        using var fault = Fail(account, new() { Kind = FaultKind.Php, Set = new(name, value, MoveOf(account, odd)) });

        var run = await account.ReconcileAsync();

        Assert.That(run.Number("skipped"), Is.EqualTo(1), run.ToString());
        Assert.That(await WayAsync(account, otherLead), Is.EqualTo("Новая@0 Замер@60"));
        Assert.That(await SourcesAsync(account, oddLead), Has.Some.EqualTo("poll"), "its stage is known all the same");
    }

    [TestCase("status_id", "\"\"")]
    [TestCase("pipeline_id", "[]")]
    public async Task A_deal_that_cannot_be_read_is_skipped_by_this_run_and_repaired_by_the_next(string name, string value)
    {
        var (account, odd, other) = await TwoMovedAsync(withEvents: false);
        var (oddLead, otherLead) = (await account.LinkedLeadAsync(odd.Id), await account.LinkedLeadAsync(other.Id));
        using (Fail(account, new() { Kind = FaultKind.Php, Set = new(name, value, $"{odd.Id}") }))
        {
            var run = await account.ReconcileAsync();
            Assert.That((run.Number("skipped"), run.Number("done")), Is.EqualTo((1, 2)), run.ToString());
        }

        Assert.That((await account.LeadByIdAsync(otherLead)).Number("current_status_id"), Is.EqualTo(Stage(account, "Замер")));
        var unknown = await account.LeadByIdAsync(oddLead);
        Assert.That((unknown.Number("current_status_id"), unknown.Flag("is_deleted")), Is.EqualTo(((long?)null, false)));

        Assert.That((await account.ReconcileAsync()).Number("skipped"), Is.EqualTo(0));
        Assert.That((await account.LeadByIdAsync(oddLead)).Number("current_status_id"), Is.EqualTo(Stage(account, "Замер")));
    }

    [TestCase("updated_at", "\"\"")]
    [TestCase("price", "\"\"")]
    [TestCase("is_deleted", "0")]
    [TestCase("is_deleted", "\"\"")]
    public async Task A_value_of_a_deal_that_is_unknown_does_not_hide_its_stage(string name, string value)
    {
        var (account, odd, _) = await TwoMovedAsync(withEvents: false);
        var lead = await account.LinkedLeadAsync(odd.Id);
        using var fault = Fail(account, new() { Kind = FaultKind.Php, Set = new(name, value, $"{odd.Id}") });

        var run = await account.ReconcileAsync();

        Assert.That(run.Number("skipped"), Is.EqualTo(0), run.ToString());
        Assert.That((await account.LeadByIdAsync(lead)).Number("current_status_id"), Is.EqualTo(Stage(account, "Замер")));
    }

    [TestCase(FaultKind.Error)]
    [TestCase(FaultKind.CutShort)]
    public async Task Where_amoCRM_fails_at_one_deal_the_others_are_repaired(FaultKind kind)
    {
        var (account, odd, other) = await TwoMovedAsync(withEvents: false);
        var (oddLead, otherLead) = (await account.LinkedLeadAsync(odd.Id), await account.LinkedLeadAsync(other.Id));
        using var fault = Fail(
            account,
            new()
            {
                Kind = kind,
                Status = 500,
                Match = "GET /api/v4/leads",
                Holding = $"\"id\":{odd.Id},",
            }
        );

        var run = await account.ReconcileAsync();

        Assert.That(run.Number("skipped"), Is.EqualTo(1), run.ToString());
        Assert.That((await account.LeadByIdAsync(otherLead)).Number("current_status_id"), Is.EqualTo(Stage(account, "Замер")));
        Assert.That((await account.LeadByIdAsync(oddLead)).Flag("is_deleted"), Is.False);
    }

    [Test]
    public async Task Where_amoCRM_fails_at_one_event_all_others_are_read()
    {
        var (account, odd, other) = await TwoMovedAsync();
        var (oddLead, otherLead) = (await account.LinkedLeadAsync(odd.Id), await account.LinkedLeadAsync(other.Id));
        Move(account, other, "Договор", Start + 61);
        Move(account, other, "Замер", Start + 3600);
        Move(account, odd, "Договор", Start + 90);
        using var fault = Fail(
            account,
            new()
            {
                Status = 500,
                Match = "GET /api/v4/events",
                Holding = MoveOf(account, odd),
            }
        );

        var run = await account.ReconcileAsync();

        Assert.That(run.Number("skipped"), Is.EqualTo(2), $"a second of the journal, and the deal's own events: {run}");
        Assert.That(await WayAsync(account, otherLead), Is.EqualTo("Новая@0 Замер@60 Договор@61 Замер@3600"));
        Assert.That((await account.LeadByIdAsync(oddLead)).Number("current_status_id"), Is.EqualTo(Stage(account, "Договор")));
    }

    /// <summary>Two deals that went to another stage while nobody listened.</summary>
    private async Task<(TestAccount Account, CrmLead Odd, CrmLead Other)> TwoMovedAsync(bool withEvents = true)
    {
        var account = await SellerAsync();
        var (odd, other) = (Deal(account, Start), Deal(account, Start));
        Move(account, odd, "Замер", Start + 60);
        Move(account, other, "Замер", Start + 60);
        if (!withEvents)
            account.Crm.Events.Forget();
        return (account, odd, other);
    }

    private static string MoveOf(TestAccount account, CrmLead deal) =>
        account.Crm.Events.All.Last(e => e.EntityId == deal.Id && e.Type == "lead_status_changed").Id;
}
