using AmoCrmQualification.Sandbox.Hooks;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class WebhookTests : SandboxTest
{
    [Test]
    public async Task A_deletion_is_written_byte_for_byte_as_captured()
    {
        Account.Leads.Create(new NewLead { Id = 30052055, StatusId = Sales["New"] });
        await Amo.DrainAsync();
        Account.Leads.Delete(30052055);
        await Amo.DrainAsync();

        Assert.That(
            Hook.Bodies.Last(),
            Is.EqualTo(
                "account%5Bsubdomain%5D=acct&account%5Bid%5D=17&account%5B_links%5D%5Bself%5D=https%3A%2F%2Facct.amocrm.ru"
                    + "&leads%5Bdelete%5D%5B0%5D%5Bid%5D=30052055"
                    + $"&leads%5Bdelete%5D%5B0%5D%5Bstatus_id%5D={Sales["New"]}&leads%5Bdelete%5D%5B0%5D%5Bpipeline_id%5D={Sales.Id}"
            )
        );
    }

    [Test]
    public async Task A_move_fires_status_and_update_with_the_time_it_was_told_for()
    {
        var lead = Account.Leads.Create(new NewLead { Name = "TEST (SORRY) & co", At = 1_744_532_875 });
        Account.Leads.Move(lead.Id, Sales["Qualified"], at: 1_744_532_900);
        await Amo.DrainAsync();

        var bodies = Hook.Bodies.Select(Uri.UnescapeDataString).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(bodies, Has.Length.EqualTo(3));
            Assert.That(bodies[0], Does.Contain("leads[add][0][name]=TEST+(SORRY)+&amp;+co&"));
            Assert.That(bodies[1], Does.Contain($"leads[status][0][old_status_id]={Sales["New"]}&"));
            Assert.That(bodies[1], Does.Contain("leads[status][0][last_modified]=1744532900&"));
            Assert.That(bodies[2], Does.Contain($"leads[update][0][old_status_id]={Sales["New"]}&"));
            Assert.That(bodies[2], Does.Not.Contain("old_pipeline_id"));
        });
    }

    [Test]
    public async Task Every_third_move_is_lost_but_stays_in_the_journal()
    {
        Account.Switches = Account.Switches with { DropStatusEvery = 3, BatchSize = 4, FirstIndex = 7 };
        for (var i = 0; i < 9; i++)
            Account.Leads.Move(Account.Leads.Create(new NewLead()).Id, Sales["Qualified"]);
        await Amo.DrainAsync();

        var sent = Account.Deliveries.All.Where(d => d.State == DeliveryState.Delivered).SelectMany(d => d.Events).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(sent.Count(e => e.Event == "status"), Is.EqualTo(6));
            Assert.That(sent.Count(e => e.Event == "update"), Is.EqualTo(6));
            Assert.That(Account.Events.All.Count(e => e.Type == "lead_status_changed"), Is.EqualTo(9));
            Assert.That(Hook.Bodies, Has.Count.LessThan(21));
            Assert.That(Hook.Bodies.First(), Does.Contain("%5B7%5D"));
        });
    }

    [Test]
    public async Task A_server_error_is_tried_five_times_and_a_client_error_three()
    {
        Account.Switches = Account.Switches with { RetrySpeedUp = 100_000, DoubleFire = false };
        Hook.Answer = _ => 500;
        var lead = Account.Leads.Create(new NewLead());
        await UntilSettledAsync();
        Hook.Answer = _ => 400;
        Account.Leads.SetPrice(lead.Id, 5);
        await UntilSettledAsync();

        Assert.That(Account.Deliveries.All.Select(d => d.Attempts.Count), Is.EqualTo([5, 3]));
    }

    [Test]
    public async Task More_than_a_hundred_bad_answers_disable_the_webhook_until_it_is_saved_anew()
    {
        Hook.Answer = _ => 404;
        for (var i = 0; i < 105; i++)
            Account.Leads.Create(new NewLead());
        await Amo.DrainAsync();
        Assert.Multiple(() =>
        {
            Assert.That(Account.Webhooks.All.Single().Disabled, Is.True);
            Assert.That(Hook.Bodies, Has.Count.EqualTo(101));
        });

        Hook.Answer = _ => 200;
        Account.Webhooks.Set(Hook.Address);
        Account.Leads.Create(new NewLead());
        await Amo.DrainAsync();
        Assert.That(Hook.Bodies, Has.Count.EqualTo(102));
    }

    private async Task UntilSettledAsync()
    {
        await Amo.DrainAsync();
        while (Account.Deliveries.All.Any(d => d.IsOpen))
            await Task.Delay(5);
    }
}
