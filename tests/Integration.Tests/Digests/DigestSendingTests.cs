using AmoCrmQualification.Integration.Tests.Analytics;
using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Digests;

internal sealed class DigestSendingTests : DigestTest
{
    [Test]
    public async Task A_digest_comes_once_at_its_time_however_many_replicas_look()
    {
        var account = await UnconnectedAccountAsync(new { name = "Мебель Юг" });
        var chat = NewChat();
        var digest = await ForChatAsync(account, chat);

        await ComeAsync(digest);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PlanAsync(account)));
        var sent = await UntilAsync(account, digest, IsSent);
        await ComeAsync(digest); // put off to later on the same day
        await PlanAsync(account);

        var message = Bot.Sent(chat).Single();
        Assert.Multiple(() =>
        {
            Assert.That(message.Text, Does.StartWith("<b>Мебель Юг: итоги за ").And.Contain("Новых лидов не было"));
            Assert.That(message.Text, Does.Contain($"{Service.PublicUrl}/a/{account.Id}/overview?from="));
            Assert.That(message.ParseMode, Is.EqualTo("HTML").IgnoreCase);
            Assert.That(sent.GetProperty("last_message").Text("kind"), Is.EqualTo("scheduled"));
            Assert.That(sent.Time("next_at"), Is.GreaterThan(TimeProvider.System.GetUtcNow()));
        });
        Assert.That((await ReadAsync(account, digest)).Time("next_at"), Is.EqualTo(sent.Time("next_at")), "it goes on");
        Assert.That(await MessagesAsync(account), Is.EqualTo(1));
    }

    [Test]
    public async Task A_verdict_that_turned_is_told_once()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Asia/Almaty" });
        var direction = await account.DirectionAsync();
        var (good, usual) = (await account.CreativeAsync(direction), await account.CreativeAsync(direction));
        for (var day = 16; day < 56; day++)
        {
            await LeadsOfDay.InsertAsync(account, good, LeadsOfDay.DaysAgo(day), 10, 6);
            await LeadsOfDay.InsertAsync(account, usual, LeadsOfDay.DaysAgo(day), 10, 3);
        }
        var chat = NewChat();
        var digest = await ForChatAsync(account, chat);

        await SendAsync(account, digest);
        await UntilAsync(account, digest, IsSent);
        await SendAsync(account, digest);
        await UntilAsync(account, digest, last => IsSent(last) && Bot.Sent(chat).Count == 2);

        Assert.That(
            Bot.Sent(chat)[0].Text.Replace('\u00A0', ' '),
            Does.Contain("• «Видео» лучше остальных: квалифицированы 240 из 400 (60 %), у остальных 120 из 400 (30 %).")
        );
        Assert.That(Bot.Sent(chat)[1].Text, Does.Contain("Нового не решилось: вердикты и цели прежние."));
    }

    [Test]
    public async Task A_chat_is_linked_by_its_code_and_ends_its_digests_itself()
    {
        var account = await UnconnectedAccountAsync(new { name = "Клиент" });
        var digest = await CreateAsync(
            account,
            new
            {
                channel = "telegram",
                when = "weekly",
                at = "10:00",
            }
        );
        var (code, chat) = (digest.Text("code")!, NewChat());

        Bot.Say(long.Parse(chat, System.Globalization.CultureInfo.InvariantCulture), $"/start {code}");
        await TestAccount.UntilAsync(
            async () => (await ReadAsync(account, digest)).Text("to") == chat,
            () => "the chat is not linked"
        );
        await TestAccount.UntilAsync(() => Task.FromResult(Bot.Sent(chat).Count == 1), () => "no reply");
        await SendAsync(account, digest);
        await UntilAsync(account, digest, IsSent);
        Bot.Say(long.Parse(chat, System.Globalization.CultureInfo.InvariantCulture), "/stop");
        await TestAccount.UntilAsync(
            async () => (await ReadAsync(account, digest)).Text("paused_because") == "unsubscribed",
            () => "it is not ended"
        );

        Assert.That(digest.Text("code_url"), Is.EqualTo($"https://t.me/sandbox_bot?start={code}"));
        Assert.That(
            Bot.Sent(chat)[0].Text,
            Does.StartWith("Готово: сводки клиента «Клиент» будут приходить сюда по понедельникам в 10:00")
        );
        Assert.That((await ReadAsync(account, digest)).IsNull("code"));
    }

    [Test]
    public async Task In_a_group_the_bot_answers_nothing_but_its_commands()
    {
        var account = await UnconnectedAccountAsync();
        var (chat, name) = (
            -long.Parse(NewChat(), System.Globalization.CultureInfo.InvariantCulture),
            $"news_{Guid.CreateVersion7():N}"[..30]
        );
        var digest = await ForChatAsync(account, $"@{name}");

        Bot.Say(chat, "Good morning", chatName: name);
        Bot.Say(chat, "/stop@sandbox_bot", chatName: name.ToUpperInvariant());
        await TestAccount.UntilAsync(
            async () => (await ReadAsync(account, digest)).Text("paused_because") == "unsubscribed",
            () => "it is not ended"
        );

        var sent = $"{chat}";
        await TestAccount.UntilAsync(() => Task.FromResult(Bot.Sent(sent).Count > 0), () => "no reply");
        Assert.That(Bot.Sent(sent).Single().Text, Is.EqualTo("Больше ничего присылать не будем."));
    }

    [Test]
    public async Task An_email_reads_in_both_forms_and_unsubscribes_in_one_click()
    {
        var account = await UnconnectedAccountAsync(new { name = "Мебель Юг" });
        var address = $"{Guid.CreateVersion7():N}@client.example";
        var digest = await ForAddressAsync(account, address);

        await SendAsync(account, digest);
        await UntilAsync(account, digest, IsSent);

        var mail = Mail.Mails(address).Single();
        var link = mail.Headers["List-Unsubscribe"].Trim('<', '>');
        Assert.Multiple(() =>
        {
            Assert.That(mail.From, Does.Contain("reports@agency.example"));
            Assert.That(mail.Subject, Does.StartWith("Мебель Юг: "));
            Assert.That(mail.Text, Does.Contain("No new leads").And.Contain($"Unsubscribe: {Service.PublicUrl}/unsubscribe/"));
            Assert.That(mail.Html, Does.Contain("<html lang=\"en\">").And.Contain("Open the overview</a>"));
            Assert.That(mail.Headers["List-Unsubscribe-Post"], Is.EqualTo("List-Unsubscribe=One-Click"));
        });

        using var nobody = Service.Client(key: null);
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        var answer = await nobody.PostAsync(new Uri(link).PathAndQuery, form);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await ReadAsync(account, digest)).Text("paused_because"), Is.EqualTo("unsubscribed"));
        await ProblemAsync(
            await account.Client.AskAsync(HttpMethod.Patch, $"/api/digests/{digest.Id()}", new { is_paused = false }),
            HttpStatusCode.Conflict,
            "conflict",
            "digest_unsubscribed"
        );
    }

    private static Task<long> MessagesAsync(TestAccount account) =>
        Service.ScalarAsync<long>("SELECT count(*) FROM digest_messages WHERE user_account_id = $1", account.Id);
}
