using System.Globalization;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Attribution;

/// <summary>A backfill from an amoCRM that fails, or holds odd deals.</summary>
internal sealed class BackfillFaultTests : BackfillTest
{
    [Test]
    public async Task Many_deals_of_one_second_and_one_that_amoCRM_cannot_show_keep_nobody_back()
    {
        var crm = ForeignDeals(10);
        for (var i = 0; i < 300; i++)
            crm.Leads.Create(new NewLead { At = Start + 5_000_000, Silent = true });
        var broken = crm.Leads.Create(new NewLead { At = Start + 6_000_000, Silent = true });
        var fault = Service.Amo.Fail(
            new FaultRule
            {
                AccountId = crm.Id,
                Status = 500,
                Holding = string.Create(CultureInfo.InvariantCulture, $"\"id\":{broken.Id},"),
                Match = "GET /api/v4/leads?",
            }
        );
        try
        {
            var account = await ConnectedAsync(await AdoptingAsync(), crm);
            Assert.Multiple(async () =>
            {
                Assert.That((await LastRunAsync(account, "backfill")).Number("skipped"), Is.GreaterThanOrEqualTo(1));
                Assert.That(await account.ItemsAsync("/api/leads?limit=500"), Has.Count.EqualTo(310));
            });
        }
        finally
        {
            Service.Amo.ClearFaults(fault);
        }
    }

    [Test]
    public async Task A_sync_asked_for_meanwhile_runs_inside_the_backfill()
    {
        var crm = ForeignDeals(800);
        Service.Amo.Fail(
            new FaultRule
            {
                Kind = FaultKind.Slow,
                AccountId = crm.Id,
                DelayMs = 1500,
                Times = 7,
                Match = "GET /api/v4/leads?",
            }
        );
        var account = await (await AdoptingAsync()).ConnectAsync(crm);
        await account.SyncAsync();
        var meanwhile = (await LastRunAsync(account, "backfill")).Text("state");
        await account.QuietAsync();

        var run = await LastRunAsync(account, "backfill");
        Assert.Multiple(() =>
        {
            Assert.That(meanwhile, Is.EqualTo("running"));
            Assert.That(run.Text("state"), Is.EqualTo("done"), run.ToString());
            Assert.That(run.Number("done"), Is.EqualTo(800));
        });
    }

    [Test]
    public async Task A_backfill_that_fails_half_way_goes_on_to_the_same_end()
    {
        var crm = ForeignDeals(300);
        Service.Amo.Fail(
            new FaultRule
            {
                AccountId = crm.Id,
                Status = 503,
                Skip = 1,
                Times = 8,
                Match = "GET /api/v4/contacts",
            }
        );
        var account = await ConnectedAsync(await AdoptingAsync(), crm);

        var run = await LastRunAsync(account, "backfill");
        Assert.Multiple(async () =>
        {
            Assert.That(run.Text("state"), Is.EqualTo("done"), run.ToString());
            Assert.That(run.Number("done"), Is.EqualTo(300));
            Assert.That(await account.ItemsAsync("/api/leads?limit=500"), Has.Count.EqualTo(300));
        });
    }
}
