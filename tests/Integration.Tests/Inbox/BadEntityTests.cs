using System.Text;

namespace AmoCrmQualification.Integration.Tests.Inbox;

/// <summary>amoCRM may send anything: it is acknowledged, what the move does not need counts as absent when it cannot be true, and the rest takes effect.</summary>
internal sealed class BadEntityTests : ApiTest
{
    [TestCase("id", "9223372036854775808", "invalid_id")]
    [TestCase("id", "-5", "invalid_id")]
    [TestCase("id", "seven", "invalid_id")]
    [TestCase("id", null, "invalid_id")]
    [TestCase("status_id", "99999999999999999999", "invalid_status_id")]
    [TestCase("status_id", null, "no_stage")]
    [TestCase("pipeline_id", "-1", "invalid_pipeline_id")]
    public async Task A_deal_without_a_true_id_or_stage_is_set_aside_with_the_reason_and_the_rest_takes_effect(
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

    [TestCase("0")]
    [TestCase("1790000000000")]
    [TestCase("946684799")]
    [TestCase("-1790000000")]
    [TestCase("99999999999999999999")]
    [TestCase("4102444800")]
    [TestCase("yesterday")]
    [TestCase("false")]
    [TestCase("")]
    public async Task A_time_that_cannot_be_true_counts_as_absent_beside_a_good_one_and_alone(string time)
    {
        var account = await UnconnectedAccountAsync();
        var (dated, undated) = (await account.LinkedLeadAsync(7), await account.LinkedLeadAsync(8));
        var updatedAt = LeadForm.T0 + 5;

        await account.DeliverAsync(
            LeadForm.Odd(7, ("last_modified", time), ("updated_at", $"{updatedAt}")),
            LeadForm.Odd(8, ("last_modified", time), ("updated_at", time))
        );

        var moved = (await account.HistoryAsync(undated)).Single();
        Assert.That(await account.WayAsync(dated), Is.EqualTo(["-/- > 11/22 @5"]));
        Assert.That(moved.Time("changed_at"), Is.EqualTo(moved.Time("received_at")));
    }

    [Test]
    public async Task A_time_more_than_a_day_ahead_counts_as_absent_and_one_of_the_next_hours_does_not()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        var (tooFar, near) = (TimeProvider.System.GetUtcNow().AddHours(25), TimeProvider.System.GetUtcNow().AddHours(23));

        await account.DeliverAsync(LeadForm.Status(7, 11, 21, tooFar.ToUnixTimeSeconds()));
        await account.DeliverAsync(LeadForm.Status(7, 11, 22, near.ToUnixTimeSeconds()));

        var history = await account.HistoryAsync(lead);
        Assert.That(history[0].Time("changed_at"), Is.EqualTo(history[0].Time("received_at")));
        Assert.That(history[1].Time("changed_at")!.Value.ToUnixTimeSeconds(), Is.EqualTo(near.ToUnixTimeSeconds()));
    }

    [TestCase("null")]
    [TestCase("false")]
    [TestCase("")]
    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1e5")]
    [TestCase("99999999999999999999")]
    [TestCase("Новая")]
    public async Task A_former_stage_that_cannot_be_true_counts_as_absent(string id)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(
            LeadForm.Odd(7, ("old_status_id", id), ("old_pipeline_id", "5")),
            LeadForm.Odd(
                7,
                ("status_id", "23"),
                ("old_status_id", "22"),
                ("old_pipeline_id", id),
                ("last_modified", $"{LeadForm.T0 + 1}")
            )
        );

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["5/- > 11/22 @0", "11/22 > 11/23 @1"]));
    }

    [TestCase("")]
    [TestCase("0")]
    [TestCase("null")]
    [TestCase("-16700680")]
    [TestCase("acct.amocrm.ru")]
    public async Task An_account_that_cannot_be_true_counts_as_absent(string id)
    {
        var account = await AccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync($"account[id]={id}&{LeadForm.Odd(7)}");

        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/22"));
    }

    [TestCase("price", null)]
    [TestCase("price", "")]
    [TestCase("price", "0")]
    [TestCase("price", "dear")]
    [TestCase("price", "null")]
    [TestCase("price", "99999999999999999999999999999999")]
    [TestCase("loss_reason_id", "[]")]
    [TestCase("responsible_user_id", "false")]
    [TestCase("created_at", "0")]
    [TestCase("date_create", "вчера")]
    [TestCase("account_id", "x")]
    [TestCase("name", "")]
    [TestCase("name", null)]
    public async Task What_the_move_does_not_need_does_not_stop_it(string field, string? value)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(LeadForm.Odd(7, (field, value)));

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0"]));
    }

    [TestCase("", "empty_body")]
    [TestCase(" \r\n", "empty_body")]
    [TestCase("garbage", "no_entities")]
    [TestCase("Привет, a=b & c", "no_entities")]
    [TestCase("account[id]=5&account[subdomain]=x", "no_entities")]
    [TestCase("&&&===[[[]]]%%%", "no_entities")]
    [TestCase("{}", "no_entities")]
    [TestCase("""{"leads":{"status":[{"id":1}""", "invalid_json")]
    [TestCase("leads=1&leads[status]=2&leads[status][0]=3", null)]
    [TestCase("""{"leads":{"status":[{"id":1}]}}""", null)]
    public async Task Garbage_is_acknowledged_and_done_with_and_says_why_it_told_nothing(string body, string? error)
    {
        var account = await UnconnectedAccountAsync();

        await account.DeliverAsync(body);

        var delivery = (await account.DeliveriesAsync("processed")).Single();
        Assert.That(delivery.Text("error"), Is.EqualTo(error));
        Assert.That(delivery.List("events"), Has.Count.EqualTo(error is null ? 1 : 0));
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
