using System.Text;
using AmoCrmQualification.Integration.Tests.Support;

namespace AmoCrmQualification.Integration.Tests.Webhooks;

/// <summary>amoCRM may send anything: it is acknowledged, what cannot be true is set aside, and the rest takes effect.</summary>
internal sealed class BadEntityTests : ApiTest
{
    [TestCase("id", "9223372036854775808", "invalid_id")]
    [TestCase("id", "-5", "invalid_id")]
    [TestCase("id", "seven", "invalid_id")]
    [TestCase("id", null, "invalid_id")]
    [TestCase("status_id", "99999999999999999999", "invalid_status_id")]
    [TestCase("status_id", null, "no_stage")]
    [TestCase("pipeline_id", "-1", "invalid_pipeline_id")]
    [TestCase("old_status_id", "1e5", "invalid_old_status_id")]
    [TestCase("old_pipeline_id", "-1", "invalid_old_pipeline_id")]
    [TestCase("last_modified", "946684799", "invalid_date")]
    [TestCase("last_modified", "99999999999999999999", "invalid_date")]
    [TestCase("last_modified", "yesterday", "invalid_date")]
    public async Task What_cannot_be_true_is_set_aside_with_the_reason_and_the_rest_takes_effect(
        string field,
        string? value,
        string reason
    )
    {
        var account = await UnconnectedAccountAsync();
        var bad = await account.LinkedLeadAsync(7);
        var good = await account.LinkedLeadAsync(8);

        await account.DeliverAsync(LeadForm.Together(LeadForm.Odd(7, (field, value)), LeadForm.Update(8, 11, 22, LeadForm.T0)));

        var told = (await account.DeliveriesAsync("processed")).Single().GetProperty("events");
        Assert.Multiple(() =>
        {
            Assert.That(told[0].Text("effect"), Is.EqualTo("set_aside"));
            Assert.That(told[0].Text("reason"), Is.EqualTo(reason));
            Assert.That(told[1].Text("effect"), Is.EqualTo("applied"));
        });
        Assert.That((await account.LeadByIdAsync(bad)).Stage(), Is.EqualTo("-/-"));
        Assert.That((await account.LeadByIdAsync(good)).Stage(), Is.EqualTo("11/22"));
    }

    [Test]
    public async Task A_date_more_than_a_day_ahead_is_set_aside_and_one_of_the_next_hours_is_not()
    {
        var account = await UnconnectedAccountAsync();
        await account.LinkedLeadAsync(7);
        var now = TimeProvider.System.GetUtcNow();

        await account.DeliverAsync(LeadForm.Status(7, 11, 22, now.AddHours(25).ToUnixTimeSeconds()));
        var tooFar = await account.ToldAsync();
        await account.DeliverAsync(LeadForm.Status(7, 11, 22, now.AddHours(23).ToUnixTimeSeconds()));

        Assert.That(tooFar, Is.EqualTo(["lead 7 status: set_aside (invalid_date)"]));
        Assert.That(await account.ToldAsync(), Is.EqualTo(["lead 7 status: applied"]));
    }

    [TestCase("price", null)]
    [TestCase("price", "")]
    [TestCase("price", "0")]
    [TestCase("price", "dear")]
    [TestCase("name", "")]
    [TestCase("name", null)]
    [TestCase("old_status_id", "0")]
    [TestCase("old_status_id", "")]
    public async Task What_amoCRM_leaves_empty_does_not_stop_the_move(string field, string? value)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(LeadForm.Odd(7, (field, value)));

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0"]));
    }

    [TestCase("")]
    [TestCase("garbage")]
    [TestCase("&&&===[[[]]]%%%")]
    [TestCase("leads=1&leads[status]=2&leads[status][0]=3")]
    [TestCase("""{"leads":{"status":[{"id":1}]}}""")]
    public async Task Garbage_is_acknowledged_and_done_with(string body)
    {
        var account = await UnconnectedAccountAsync();

        await account.DeliverAsync(body);

        Assert.That(await account.DeliveriesAsync("processed"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_key_of_seventeen_levels_is_passed_over_and_the_rest_takes_effect()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        var sixteen = $"leads[status][0]{string.Concat(Enumerable.Repeat("[a]", 13))}";

        await account.DeliverAsync(
            LeadForm.Together(LeadForm.Status(7, 11, 22, LeadForm.T0), $"{sixteen}=kept", $"{sixteen}[b]=lost")
        );

        var data = (await account.HistoryAsync(lead)).Single().GetProperty("webhook_data").GetRawText();
        Assert.That(data, Does.Contain("kept").And.Not.Contain("lost"));
    }

    [Test]
    public async Task Bytes_that_are_no_text_are_replaced()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        byte[] body = [.. Encoding.ASCII.GetBytes(LeadForm.Odd(7, ("name", null)) + "&leads[status][0][name]=a%00b%FF"), 0xFE];

        await JsonAsync(await account.PostFormAsync(body));
        await account.SettleAsync();

        var data = (await account.HistoryAsync(lead)).Single().GetProperty("webhook_data");
        Assert.That(data.Text("name"), Is.EqualTo("a\uFFFDb\uFFFD\uFFFD"));
    }

    [Test]
    public async Task An_object_in_a_custom_field_and_a_value_beside_its_parts_are_kept_as_they_came()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(
            LeadForm.Together(
                LeadForm.Status(7, 11, 22, LeadForm.T0),
                "leads[status][0][custom_fields][0][values][value]=да&leads[status][0][custom_fields][0][values][enum]=5"
            )
        );

        var data = (await account.HistoryAsync(lead)).Single().GetProperty("webhook_data");
        var values = data.GetProperty("custom_fields")[0].GetProperty("values");
        Assert.That((values.Text("value"), values.Text("enum")), Is.EqualTo(("да", "5")));
    }
}
