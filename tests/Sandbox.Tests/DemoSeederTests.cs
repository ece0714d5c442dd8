using AmoCrmQualification.Sandbox.Demo;

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
}
