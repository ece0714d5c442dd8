namespace AmoCrmQualification.Integration.Tests.Digests;

internal sealed class DigestRouteTests : DigestTest
{
    [Test]
    public async Task A_digest_is_created_changed_paused_and_deleted()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Asia/Almaty" });

        var created = await ForAddressAsync(account, "owner@client.example");
        var changed = await ChangeAsync(
            account,
            created,
            new
            {
                when = "weekly",
                at = "18:30",
                time_zone = "Europe/Moscow",
                language = "ru",
                is_paused = true,
            }
        );
        var resumed = await ChangeAsync(account, created, new { is_paused = false });

        Assert.Multiple(() =>
        {
            Assert.That(Told(created), Is.EqualTo("email owner@client.example daily 09:00 Asia/Almaty en"));
            Assert.That(created.IsNull("code") && created.IsNull("paused_because") && created.IsNull("last_message"));
            Assert.That(created.Time("next_at"), Is.GreaterThan(created.Time("created_at")!.Value));
            Assert.That(Told(changed), Is.EqualTo("email owner@client.example weekly 18:30 Europe/Moscow ru"));
            Assert.That((changed.Text("paused_because"), changed.IsNull("next_at")), Is.EqualTo(("by_hand", true)));
            Assert.That(resumed.Time("next_at")!.Value.UtcDateTime.DayOfWeek, Is.EqualTo(DayOfWeek.Monday));
            Assert.That(resumed.Time("next_at")!.Value.UtcDateTime.TimeOfDay, Is.EqualTo(new TimeSpan(15, 30, 0)));
        });
        await JsonAsync(await account.Client.DeleteAsync($"/api/digests/{created.Id()}"), HttpStatusCode.NoContent);
        Assert.That(await account.ItemsAsync("/api/digests"), Is.Empty);
    }

    [TestCase("""{"channel": "email", "when": "daily", "at": "09:00"}""", "email_invalid")]
    [TestCase("""{"channel": "email", "to": "a b@c", "when": "daily", "at": "09:00"}""", "email_invalid")]
    [TestCase("""{"channel": "telegram", "to": "me", "when": "daily", "at": "09:00"}""", "chat_invalid")]
    [TestCase("""{"channel": "email", "to": "group:a@b.ru;", "when": "daily", "at": "09:00"}""", "email_invalid")]
    [TestCase("""{"channel": "email", "to": "<a@b.ru>", "when": "daily", "at": "09:00"}""", "email_invalid")]
    [TestCase("""{"channel": "email", "to": "a@b\u200b.ru", "when": "daily", "at": "09:00"}""", "email_invalid")]
    [TestCase("""{"channel": "email", "to": "a..b@b.ru", "when": "daily", "at": "09:00"}""", "email_invalid")]
    [TestCase("""{"channel": "telegram", "to": "١٢٣", "when": "daily", "at": "09:00"}""", "chat_invalid")]
    [TestCase("""{"channel": "telegram", "to": "-0", "when": "daily", "at": "09:00"}""", "chat_invalid")]
    [TestCase("""{"channel": "telegram", "to": "@каналы", "when": "daily", "at": "09:00"}""", "chat_invalid")]
    [TestCase("""{"channel": "telegram", "when": "daily", "at": "9 o'clock"}""", "time_invalid")]
    [TestCase("""{"channel": "telegram", "when": "daily", "at": "24:00"}""", "time_invalid")]
    [TestCase("""{"channel": "telegram", "when": "daily", "at": "09:00", "time_zone": "Mars"}""", "time_zone_unknown")]
    [TestCase("""{"channel": "telegram", "at": "09:00"}""", null)]
    [TestCase("""{"channel": "pigeon", "when": "daily", "at": "09:00"}""", null)]
    public async Task What_is_no_digest_is_refused(string body, string? reason)
    {
        var account = await UnconnectedAccountAsync();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await account.Client.PostAsync(account.Url("/api/digests"), content);

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error", reason);
    }

    [TestCase("telegram", " -1001234567890\n", "-1001234567890")]
    [TestCase("telegram", "@agency_news", "@agency_news")]
    [TestCase("email", " o'brien+leads@client.example ", "o'brien+leads@client.example")]
    [TestCase("email", "директор@кухни.рф", "директор@кухни.рф")]
    [TestCase("email", "\"a@b\"@client.example", "\"a@b\"@client.example")]
    public async Task Chats_and_addresses_are_kept_as_they_are_meant(string channel, string to, string kept)
    {
        var account = await UnconnectedAccountAsync();
        object digest = new
        {
            channel,
            to,
            when = "daily",
            at = "09:00",
        };

        var created = await CreateAsync(account, digest);
        var changed = await ChangeAsync(account, created, new { to });

        Assert.That((created.Text("to"), changed.Text("to")), Is.EqualTo((kept, kept)));
        await ProblemAsync(
            await account.Client.AskAsync(HttpMethod.Patch, $"/api/digests/{created.Id()}", new { to = "a b" }),
            HttpStatusCode.BadRequest,
            "validation_error",
            channel == "email" ? "email_invalid" : "chat_invalid"
        );
    }

    [Test]
    public async Task A_mail_program_that_opens_the_link_is_shown_the_page_and_nothing_ends()
    {
        using var browser = Service.Bare();

        using var answer = await browser.GetAsync("/api/digests/unsubscription/abc-_1");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo("/unsubscribe/abc-_1"));
    }

    [Test]
    public async Task A_digest_that_nobody_would_get_is_not_sent()
    {
        var account = await UnconnectedAccountAsync();
        var unlinked = await CreateAsync(
            account,
            new
            {
                channel = "telegram",
                when = "daily",
                at = "09:00",
            }
        );
        var paused = await ForAddressAsync(account, "paused@client.example");
        await ChangeAsync(account, paused, new { is_paused = true });

        await ProblemAsync(await PostAsync(account, unlinked), HttpStatusCode.Conflict, "conflict", "digest_not_linked");
        await ProblemAsync(await PostAsync(account, paused), HttpStatusCode.Conflict, "conflict", "digest_paused");
        await ProblemAsync(
            await account.Client.PostAsync("/api/digests/unsubscription/abc", content: null),
            HttpStatusCode.NotFound,
            "not_found",
            "digest_unknown"
        );
    }

    [Test]
    public async Task Without_a_mail_server_and_a_bot_there_are_no_digests()
    {
        await using var bare = await Service.StartAsync(
            ("Smtp:Host", ""),
            ("Smtp:From", ""),
            ("Telegram:BotToken", ""),
            ("Telegram:ApiBaseUrl", "")
        );
        var account = await TestAccount.OpenAsync(bare, details: null, connect: false);

        foreach (var (channel, reason) in new[] { ("telegram", "telegram_not_configured"), ("email", "email_not_configured") })
        {
            var digest = new
            {
                channel,
                to = channel == "email" ? "a@client.example" : "1",
                when = "daily",
                at = "09:00",
            };
            var answer = await account.SendAsync(HttpMethod.Post, "/api/digests", digest);
            await ProblemAsync(answer, HttpStatusCode.Conflict, "conflict", reason);
        }
    }

    private static Task<HttpResponseMessage> PostAsync(TestAccount account, JsonElement digest) =>
        account.Client.PostAsync($"/api/digests/{digest.Id()}/send", content: null);

    private static async Task<JsonElement> ChangeAsync(TestAccount account, JsonElement digest, object change) =>
        await JsonAsync(await account.Client.AskAsync(HttpMethod.Patch, $"/api/digests/{digest.Id()}", change));

    private static string Told(JsonElement digest) =>
        string.Join(' ', new[] { "channel", "to", "when", "at", "time_zone", "language" }.Select(name => digest.Text(name)));
}
