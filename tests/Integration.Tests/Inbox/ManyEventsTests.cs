namespace AmoCrmQualification.Integration.Tests.Inbox;

internal sealed class ManyEventsTests : ApiTest
{
    [Test]
    public async Task Twenty_five_leads_in_one_body_with_gaps_in_the_indices_all_move()
    {
        var account = await UnconnectedAccountAsync();
        var leads = await Task.WhenAll(Enumerable.Range(1, 25).Select(deal => account.LinkedLeadAsync(deal)));

        await account.DeliverAsync(
            LeadForm.Together(
                Enumerable
                    .Range(1, 25)
                    .Select(deal =>
                        LeadForm.Build("status", 3 + deal * 7, LeadForm.Fields(deal, 11, 100 + deal, LeadForm.T0, null, "0"))
                    )
            )
        );

        var stages = await Task.WhenAll(leads.Select(async lead => (await account.LeadByIdAsync(lead)).Stage()));
        Assert.That(stages, Is.EqualTo(Enumerable.Range(1, 25).Select(deal => $"11/{100 + deal}")));
        Assert.That(await account.DeliveriesAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_body_may_add_move_change_delete_and_restore()
    {
        var account = await UnconnectedAccountAsync();
        var leads = await Task.WhenAll(Enumerable.Range(1, 5).Select(deal => account.LinkedLeadAsync(deal)));

        await account.DeliverAsync(
            LeadForm.Together(
                LeadForm.Add(1, 11, 21, LeadForm.T0),
                LeadForm.Status(2, 11, 22, LeadForm.T0),
                LeadForm.Update(3, 11, 23, LeadForm.T0),
                LeadForm.Delete(4),
                LeadForm.Restore(5, 11, 25, LeadForm.T0)
            )
        );

        var after = await Task.WhenAll(leads.Select(account.LeadByIdAsync));
        Assert.That(after.Select(l => l.Stage()), Is.EqualTo(["11/21", "11/22", "11/23", "-/-", "11/25"]));
        Assert.That(after.Select(l => l.Flag("is_deleted")), Is.EqualTo([false, false, false, true, false]));
    }

    [Test]
    public async Task Entities_that_are_not_deals_are_passed_over()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(
            LeadForm.Together(
                "contacts[update][0][id]=7&contacts[update][0][type]=contact&contacts[update][1][id]=8&contacts[update][1][type]=company",
                "unsorted[add][0][uid]=abc&unsorted[add][0][lead_id]=7&tasks[add][0][id]=9",
                "leads[note][0][note][id]=5&leads[note][0][note][type]=3&leads[note][0][note][type][message_uuid]=x",
                LeadForm.Status(7, 11, 22, LeadForm.T0)
            )
        );

        Assert.That(
            await account.ToldAsync(),
            Is.EqualTo([
                "contact 7 update: ignored",
                "company 8 update: ignored",
                "unsorted - add: ignored",
                "task 9 add: ignored",
                "lead - note: ignored",
                "lead 7 status: applied",
            ])
        );
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/22"));
    }

    [Test]
    public async Task An_update_that_carries_the_stage_change_moves_the_lead()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(LeadForm.Update(7, 11, 22, LeadForm.T0, oldStatus: 21));

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/21 > 11/22 @0"]));
    }
}
