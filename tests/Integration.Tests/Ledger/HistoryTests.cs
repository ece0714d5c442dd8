namespace AmoCrmQualification.Integration.Tests.Ledger;

/// <summary>History follows from the set of what was reported, whatever the order and number of the reports.</summary>
internal sealed class HistoryTests : ApiTest
{
    [Test]
    public async Task The_newest_move_first_and_the_older_one_after_it_leave_the_lead_at_the_newest()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(Move(22, at: 10, from: 21), Move(21, at: 0));

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/21 @0", "11/21 > 11/22 @10"]));
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/22"));
    }

    [Test]
    public async Task The_same_body_five_times_is_one_step()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync([.. Enumerable.Repeat(Move(22, at: 0, from: 21), 5)]);

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/21 > 11/22 @0"]));
        Assert.That(await account.ToldAsync(), Is.EqualTo(["lead 7 status: repeated"]));
    }

    [Test]
    public async Task Moves_within_one_second_follow_the_stage_before_and_not_the_order_of_arrival()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(Move(24, 5, from: 23), Move(23, 5, from: 22), Move(22, 5, from: 21), Move(21, 0));

        Assert.That(
            await account.WayAsync(lead),
            Is.EqualTo(["-/- > 11/21 @0", "11/21 > 11/22 @5", "11/22 > 11/23 @5", "11/23 > 11/24 @5"])
        );
    }

    [Test]
    public async Task Moves_within_one_second_that_name_no_stage_before_keep_the_order_of_arrival()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(Move(24, 5), LeadForm.Together(Move(22, 5), Move(23, 5, index: 1)));

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/24 @5", "11/24 > 11/22 @5", "11/22 > 11/23 @5"]));
    }

    [Test]
    public async Task A_report_that_repeats_the_stage_is_no_step_until_a_late_one_comes_between()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(Move(21, 0), Move(21, 20));
        var before = await account.WayAsync(lead);
        await account.DeliverAsync(Move(22, 10));

        Assert.That(before, Is.EqualTo(["-/- > 11/21 @0"]));
        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/21 @0", "11/21 > 11/22 @10", "11/22 > 11/21 @20"]));
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/21"));
    }

    [Test]
    public async Task A_late_report_may_take_a_step_away()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(Move(21, 0), Move(22, 20), Move(22, 10));

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/21 @0", "11/21 > 11/22 @10"]));
    }

    [Test]
    public async Task A_late_step_mends_the_derived_origin_of_the_step_after_it()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(Move(21, 0), Move(23, 20));
        var before = await account.WayAsync(lead);
        await account.DeliverAsync(Move(22, 10));

        Assert.That(before[1], Is.EqualTo("11/21 > 11/23 @20"));
        Assert.That((await account.WayAsync(lead))[2], Is.EqualTo("11/22 > 11/23 @20"));
    }

    [Test]
    public async Task What_amoCRM_says_of_the_stage_before_wins_over_what_is_known_here()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(Move(21, 0), Move(23, 20, from: 22, fromPipeline: 12));

        Assert.That((await account.WayAsync(lead))[1], Is.EqualTo("12/22 > 11/23 @20"));
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task One_body_and_several_give_the_same_history(int movesInABody)
    {
        string[] moves =
        [
            Move(23, 20, from: 22, index: 0),
            Move(21, 0, index: 1),
            Move(22, 10, index: 2),
            Move(21, 30, index: 3),
            Move(22, 10, index: 4),
        ];
        var (together, first) = await LeadAsync();
        var (apart, second) = await LeadAsync();

        await together.DeliverAsync(LeadForm.Together(moves));
        await apart.DeliverAsync([.. moves.Reverse().Chunk(movesInABody).Select(part => LeadForm.Together(part))]);

        var way = await together.WayAsync(first);
        Assert.That(way, Has.Count.EqualTo(4));
        Assert.That(await apart.WayAsync(second), Is.EqualTo(way));
    }

    [Test]
    public async Task A_move_without_last_modified_counts_at_updated_at_and_else_when_it_was_received()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(LeadForm.Odd(7, ("last_modified", null), ("updated_at", $"{LeadForm.T0 + 3}")));
        await account.DeliverAsync(LeadForm.Odd(7, ("last_modified", ""), ("status_id", "23")));

        var history = await account.HistoryAsync(lead);
        Assert.That(history[0].Time("changed_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(LeadForm.T0 + 3)));
        Assert.That(history[1].Time("changed_at"), Is.EqualTo(history[1].Time("received_at")));
    }

    private async Task<(TestAccount Account, JsonElement Lead)> LeadAsync()
    {
        var account = await UnconnectedAccountAsync();
        return (account, await account.LinkedLeadAsync(7));
    }

    private static string Move(long status, int at, long? from = null, long? fromPipeline = null, int index = 0) =>
        LeadForm.Build(
            "status",
            index,
            LeadForm
                .Fields(7, 11, status, LeadForm.T0 + at, from, "0")
                .But(("old_pipeline_id", fromPipeline is { } id ? $"{id}" : null))
        );
}
