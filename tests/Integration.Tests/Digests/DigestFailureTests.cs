using AmoCrmQualification.Sandbox.Messages;

namespace AmoCrmQualification.Integration.Tests.Digests;

internal sealed class DigestFailureTests : DigestTest
{
    [Test]
    public async Task Telegram_is_left_alone_as_long_as_it_asks_and_the_message_comes_then()
    {
        var account = await UnconnectedAccountAsync();
        var chat = NewChat();
        var digest = await ForChatAsync(account, chat);
        Bot.Fail(chat, new(429, "Too Many Requests: retry after 3000", RetryAfter: 3000));

        await SendAsync(account, digest);
        var waiting = await UntilAsync(account, digest, last => !last.GetProperty("last_message").IsNull("error"));
        var seconds = await Service.ScalarAsync<double>(
            "SELECT extract(epoch FROM due_at - now())::float8 FROM digest_messages WHERE digest_id = $1",
            digest.Id()
        );
        Bot.Fail(chat, fault: null);
        await DueAsync(digest);
        await UntilAsync(account, digest, IsSent);

        Assert.That(seconds, Is.InRange(2000, 3000));
        Assert.That(waiting.GetProperty("last_message").Number("attempts"), Is.Zero, "being asked to wait is no failure");
        Assert.That(Bot.Sent(chat), Has.Count.EqualTo(1));
    }

    [TestCase(403, "Forbidden: bot was blocked by the user", "bot_blocked")]
    [TestCase(400, "Bad Request: chat not found", "chat_not_found")]
    public async Task A_chat_that_takes_nothing_pauses_the_digest_and_says_so(int status, string description, string reason)
    {
        var account = await UnconnectedAccountAsync();
        var chat = NewChat();
        var digest = await ForChatAsync(account, chat);
        Bot.Fail(chat, new(status, description));

        await SendAsync(account, digest);
        var paused = await UntilAsync(account, digest, last => last.Flag("is_paused"));

        Assert.That(paused.GetProperty("last_message").Text("state"), Is.EqualTo("failed"));
        Assert.That(paused.Text("paused_because"), Is.EqualTo(reason));
        Assert.That(paused.Text("pause_detail"), Is.EqualTo(description));
    }

    [Test]
    public async Task An_address_that_the_mail_server_refuses_pauses_the_digest()
    {
        var account = await UnconnectedAccountAsync();
        var address = $"{Guid.CreateVersion7():N}@client.example";
        Mail.Refuse(address);
        var digest = await ForAddressAsync(account, address);

        await SendAsync(account, digest);
        var paused = await UntilAsync(account, digest, last => last.Flag("is_paused"));

        Assert.That(paused.Text("paused_because"), Is.EqualTo("address_refused"));
        Assert.That(paused.Text("pause_detail"), Does.StartWith("550: "));
    }

    [Test]
    public async Task What_fails_otherwise_is_tried_again()
    {
        var account = await UnconnectedAccountAsync();
        var chat = NewChat();
        var digest = await ForChatAsync(account, chat);
        Bot.Fail(chat, new(500, "Internal Server Error"));

        await SendAsync(account, digest);
        var waiting = await UntilAsync(account, digest, last => !last.GetProperty("last_message").IsNull("error"));
        Bot.Fail(chat, fault: null);
        await DueAsync(digest);
        await UntilAsync(account, digest, IsSent);

        Assert.That(waiting.GetProperty("last_message").Number("attempts"), Is.EqualTo(1));
        Assert.That(waiting.GetProperty("last_message").Text("error"), Does.Contain("Internal Server Error"));
        Assert.That(waiting.Flag("is_paused"), Is.False);
    }

    [Test]
    public async Task Alerts_come_at_once_together_and_each_once()
    {
        var account = await UnconnectedAccountAsync(new { name = "Мебель Юг" });
        var (chat, address) = (NewChat(), $"{Guid.CreateVersion7():N}@client.example");
        var (digest, mailed) = (await ForChatAsync(account, chat), await ForAddressAsync(account, address));
        await Service.ExecuteAsync("UPDATE user_accounts SET unknown_time_zone = 'Mars' WHERE id = $1", account.Id);
        await Service.ExecuteAsync(
            """
            INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body, is_dead)
            VALUES ($1, gen_random_uuid(), 0, now(), now(), '', true)
            """,
            account.Id
        );

        await Task.WhenAll(PlanAsync(account), PlanAsync(account));
        await UntilAsync(account, digest, IsSent);
        await UntilAsync(account, mailed, IsSent);
        await Service.ExecuteAsync(
            """
            INSERT INTO amocrm_hooks SELECT (jsonb_populate_record(NULL::amocrm_hooks,
              jsonb_build_object('user_account_id', $1, 'state', 'unsubscribed', 'checked_at', now()))).*
            """,
            account.Id
        );
        await PlanAsync(account); // too soon for another message

        var message = Bot.Sent(chat).Single();
        Assert.That(message.Text, Does.StartWith("<b>Мебель Юг: требует внимания</b>"));
        Assert.That(message.Text, Does.Contain("• Не удалось обработать уведомления amoCRM: 1.").And.Contain("часовой пояс"));
        Assert.That(Mail.Mails(address).Single().Text, Does.Contain("Deliveries of amoCRM that could not be processed: 1."));

        await Service.ExecuteAsync(
            "UPDATE alert_notices SET told_at = now() - interval '15 minutes' WHERE user_account_id = $1",
            account.Id
        );
        await PlanAsync(account);
        await UntilAsync(account, digest, last => IsSent(last) && Bot.Sent(chat).Count == 2);
        Assert.That(Bot.Sent(chat)[1].Text, Does.Contain("• Вебхук не работает").And.Not.Contain("уведомления"));
    }

    private static async Task DueAsync(JsonElement digest)
    {
        await Service.ExecuteAsync("UPDATE digest_messages SET due_at = now() WHERE digest_id = $1", digest.Id());
        await Service.ExecuteAsync("SELECT pg_notify('digest_messages', '')");
    }
}
