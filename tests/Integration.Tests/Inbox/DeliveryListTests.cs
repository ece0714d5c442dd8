namespace AmoCrmQualification.Integration.Tests.Inbox;

internal sealed class DeliveryListTests : ApiTest
{
    [Test]
    public async Task Deliveries_are_listed_newest_first_by_what_became_of_them()
    {
        var account = await UnconnectedAccountAsync();
        await account.LinkedLeadAsync(7);
        await account.DeliverAsync(
            LeadForm.Status(7, 11, 22, LeadForm.T0),
            LeadForm.Status(8, 11, 22, LeadForm.T0),
            string.Concat(Enumerable.Repeat("k=&", 20_001))
        );

        var all = await account.DeliveriesAsync();

        Assert.That(all.Select(d => d.Text("state")), Is.EqualTo(["dead", "unmatched", "processed"]));
        foreach (var delivery in all)
        {
            var same = (await account.DeliveriesAsync(delivery.Text("state"))).Single();
            Assert.That(same.GetRawText(), Is.EqualTo(delivery.GetRawText()));
        }
    }

    [Test]
    public async Task A_delivery_shows_its_body_as_it_came()
    {
        var account = await UnconnectedAccountAsync();
        await account.DeliverAsync(CapturedBodies.Won);
        var listed = (await account.DeliveriesAsync()).Single();

        var details = await account.GetAsync($"/api/webhook-deliveries/{listed.Text("id")}");

        Assert.Multiple(() =>
        {
            Assert.That(details.Text("raw_body"), Is.EqualTo(CapturedBodies.Won));
            Assert.That(details.Text("state"), Is.EqualTo("unmatched"));
            Assert.That(details.Number("attempts"), Is.EqualTo(1));
            Assert.That(listed.TryGetProperty("raw_body", out _), Is.False);
        });
    }

    [Test]
    public async Task A_delivery_shows_its_body_as_it_is_understood()
    {
        var account = await UnconnectedAccountAsync();
        await account.DeliverAsync("leads%5Bstatus%5D[0][id]=7&leads[status][0][name]=Кухня%00&leads[status][1][id]=8&x=1", "");
        await account.DeliverAsync(string.Concat(Enumerable.Repeat("k=&", 20_001)));

        var details = new List<System.Text.Json.JsonElement>();
        foreach (var listed in await account.DeliveriesAsync())
            details.Add(await account.GetAsync($"/api/webhook-deliveries/{listed.Text("id")}"));

        Assert.That(details[0].IsNull("parsed_body"), "too many keys");
        Assert.That(details[1].GetProperty("parsed_body").ToString(), Is.EqualTo("{}").Or.EqualTo("[]"), "an empty one");
        Assert.That(
            details[2].GetProperty("parsed_body").GetRawText(),
            Is.EqualTo(
                """{"leads":{"status":[{"id":"7","name":"Кухня�"},{"id":"8"}]},"x":"1"}""".Replace(
                    "\uFFFD",
                    "�",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [Test]
    public async Task What_another_amoCRM_account_tells_is_set_aside()
    {
        var account = await AccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync($"account[id]={account.Crm.Id + 1_000_000}&{LeadForm.Status(7, 11, 22, LeadForm.T0)}");
        var foreign = await account.ToldAsync();
        await account.DeliverAsync(
            $"account[subdomain]=renamed&account[id]={account.Crm.Id}&{LeadForm.Status(7, 11, 23, LeadForm.T0)}"
        );

        Assert.That(foreign, Is.EqualTo(["lead 7 status: set_aside (foreign_account)"]));
        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/23 @0"]));
    }
}
