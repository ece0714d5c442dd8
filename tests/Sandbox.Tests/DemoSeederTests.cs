using AmoCrmQualification.Sandbox.Demo;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class DemoSeederTests
{
    [Test]
    public async Task The_demo_is_filled_once_and_a_restarted_sandbox_gets_the_same_deals_back()
    {
        var keyFile = Path.GetTempFileName();
        await using var product = await FakeProduct.StartAsync();
        await using var first = await SandboxServer.StartAsync(new SandboxOptions { Demo = true });
        await DemoSeeder.SeedAsync(product.Address, first.Address, keyFile, CancellationToken.None);
        var (leads, hooks) = (product.Leads.Count, product.Hooks.Count);

        await using var second = await SandboxServer.StartAsync(new SandboxOptions { Demo = true });
        await DemoSeeder.SeedAsync(product.Address, second.Address, keyFile, CancellationToken.None);

        var (before, after) = (first.Accounts.Single(), second.Accounts.Single());
        await TestContext.Out.WriteLineAsync(
            $"{leads} leads, {hooks} webhooks, "
                + string.Join(", ", before.Leads.All.GroupBy(l => l.StatusId).Select(g => $"{g.Key}: {g.Count()}"))
        );
        Assert.Multiple(() =>
        {
            Assert.That(leads, Is.EqualTo(1000 + 2), "and two of one person");
            Assert.That(hooks, Is.GreaterThan(5000));
            Assert.That(product.Hooks, Has.Count.EqualTo(hooks), "the second delivery is silent");
            Assert.That(product.Spend.Single(), Has.Count.EqualTo(90 * 5), "a row for each day of each ad, once");
            Assert.That(product.Flagged, Is.EqualTo(["s1"]));
            Assert.That(
                after.Leads.All.Select(l => (l.Id, l.StatusId, l.Price, l.UpdatedAt)),
                Is.EqualTo(before.Leads.All.Select(l => (l.Id, l.StatusId, l.Price, l.UpdatedAt)))
            );
            Assert.That(after.Events.All.Select(e => e.Id), Is.EqualTo(before.Events.All.Select(e => e.Id)));
            Assert.That(after.Webhooks.All, Has.Count.EqualTo(1));
        });
        File.Delete(keyFile);
    }

    [Test]
    public async Task Two_thirds_of_the_deals_are_made_elsewhere_and_left_for_the_product_to_find()
    {
        var keyFile = Path.GetTempFileName();
        await using var product = await FakeProduct.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Demo = true });
        await DemoSeeder.SeedAsync(product.Address, sandbox.Address, keyFile, CancellationToken.None, elsewhere: true);

        var account = sandbox.Accounts.Single();
        var deals = account.Leads.All;
        var values = deals.SelectMany(d => d.Fields).Where(f => f.Code == "UTM_CONTENT").Select(f => f.Values[0].Value).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(product.Leads, Has.Count.EqualTo(333 + 2), "and two of one person");
            Assert.That(deals, Has.Count.EqualTo(1000 + 1 + 5), "one by hand, five forms");
            Assert.That(account.Unsorted.All, Has.Count.EqualTo(5));
            Assert.That(values.Count(v => v == DemoCast.Creatives[0].AdId), Is.GreaterThan(20));
            Assert.That(values, Does.Contain(DemoCast.Creatives[0].Title));
            Assert.That(values.Count(v => v.StartsWith("cid|", StringComparison.Ordinal)), Is.GreaterThan(20));
            Assert.That(values, Does.Contain("{{ad.id}}").And.Contain("video_3"));
            Assert.That(deals.Count(d => d.Fields.Any(f => f.Name == DemoMarks.CampaignField)), Is.GreaterThan(20));
            Assert.That(account.Events.All.Count(e => e.Type == "entity_linked"), Is.GreaterThan(50), "late contacts");
            Assert.That(deals, Is.All.Matches<CrmLead>(d => account.Contacts.Get(d.ContactIds.Single()).Fields.Count == 1));
            Assert.That(product.Hooks, Has.Count.GreaterThan(5000));
        });
        File.Delete(keyFile);
    }
}
