using System.Text;

namespace AmoCrmQualification.Integration.Tests.Leads;

/// <summary>Erasing a person reaches every delivery that names the deal, whatever became of it and whenever it comes.</summary>
internal sealed class ErasedDeliveryTests : SearchedTest
{
    // Of names that no other test uses: all of the database is looked through.
    private const string Person = "Долорес Амбридж-Тестова";
    private const string Other = "Минерва Макгонагалл-Тестова";

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_delivery_that_is_dead_or_waits_keeps_what_counts_and_the_others_deals(bool isDead)
    {
        var account = await UnconnectedAccountAsync();
        var (erased, kept) = (await account.LinkedLeadAsync(900), await account.LinkedLeadAsync(901));
        var (person, other) = ($"{Person} {isDead}", $"{Other} {isDead}");
        var body = LeadForm.Together(
            "contacts[update][0][id]=5&contacts[update][0][name]=" + person,
            Named("status", 0, 900, person),
            Named("status", 1, 901, other)
        );
        await StoreAsync(account, body, isDead);
        await StoreAsync(account, Named("status", 0, 901, other).Replace("901", "902", StringComparison.Ordinal), isDead);

        await EraseAsync(account, erased);

        Assert.That(await TablesWithAsync(person), Is.Empty);
        Assert.That(await Service.TablesWithAsync(other), Is.EqualTo(["webhook_inbox"]), "others are left alone");
        await account.RecoverAsync(DateTimeOffset.UnixEpoch, null, "dead", "pending");
        Assert.That(await account.WayAsync(erased), Is.EqualTo(["-/- > 11/22 @0"]));
        Assert.That(await account.WayAsync(kept), Is.EqualTo(["-/- > 11/22 @0"]));
        Assert.That((await account.HistoryAsync(kept)).Single().GetProperty("webhook_data").Text("name"), Is.EqualTo(other));
        Assert.That(await TablesWithAsync(person), Is.Empty);
    }

    [Test]
    public async Task A_dead_delivery_of_too_many_keys_that_names_the_deal_loses_its_body()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(77_001_900);
        await account.DeliverAsync(
            LeadForm.Together(Named("status", 0, 77_001_900, "Лаванда Тестова"), string.Concat(Enumerable.Repeat("k=&", 20_001)))
        );
        var dead = (await account.DeliveriesAsync("dead")).Count;

        await EraseAsync(account, lead);

        Assert.That(dead, Is.EqualTo(1));
        Assert.That(await TablesWithAsync("Лаванда"), Is.Empty);
    }

    [TestCase("status", "applied")]
    [TestCase("delete", "applied")]
    [TestCase("note", "ignored")]
    [TestCase("responsible", "ignored")]
    public async Task What_comes_later_counts_and_its_body_is_not_kept(string word, string effect)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(900);
        await EraseAsync(account, lead);

        await account.DeliverAsync(Named(word, 0, 900, $"{Person} {word}"), Named("status", 0, 901, Other));

        var deliveries = await account.DeliveriesAsync();
        var details = await account.GetAsync($"/api/webhook-deliveries/{deliveries[1].Text("id")}");
        Assert.That(details.List("events").Single().Text("effect"), Is.EqualTo(effect));
        Assert.That(details.Text("raw_body"), Is.Empty);
        Assert.That((await account.LatestDeliveryAsync()).Text("raw_body"), Is.Not.Empty, "another's");
        Assert.That(await TablesWithAsync($"{Person} {word}"), Is.Empty);
        Assert.That((await account.HistoryAsync(lead)).Count(row => !row.IsNull("webhook_data")), Is.Zero);
    }

    [Test]
    public async Task What_is_set_aside_later_is_not_kept_either()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(900);
        await EraseAsync(account, lead);

        await account.DeliverAsync(LeadForm.Odd(900, ("status_id", "x"), ("name", "Сивилла Тестова")));

        Assert.That(await account.ToldAsync(), Is.EqualTo(["lead 900 status: set_aside (invalid_status_id)"]));
        Assert.That(await TablesWithAsync("Сивилла"), Is.Empty);
    }

    [Test]
    public async Task A_delivery_that_was_done_a_second_time_loses_its_body_too()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(900);
        await account.DeliverAsync(Named("status", 0, 900, "Помона Тестова"));
        await account.ReplayAsync((await account.DeliveriesAsync()).Single());

        await EraseAsync(account, lead);
        await account.ReplayAsync((await account.DeliveriesAsync()).Single());

        Assert.That(await TablesWithAsync("Помона"), Is.Empty);
        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0"]));
    }

    [Test]
    public async Task An_intake_that_is_repeated_after_the_erasure_brings_nobody_back()
    {
        var account = await UnconnectedAccountAsync();
        async Task<HttpResponseMessage> TakeInAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, account.Url("/api/leads"));
            request.Headers.Add("Idempotency-Key", "form-77");
            request.Content = System.Net.Http.Json.JsonContent.Create(
                new
                {
                    source_type = "website",
                    name = "Аргус Тестов",
                    phone = "+79167770099",
                }
            );
            return await account.Client.SendAsync(request);
        }

        var lead = await JsonAsync(await TakeInAsync(), HttpStatusCode.Created);
        await EraseAsync(account, lead);

        var again = await JsonAsync(await TakeInAsync());
        Assert.That((again.Id(), again.IsNull("phone")), Is.EqualTo((lead.Id(), true)));
        Assert.That(await Service.TablesWithAsync("79167770099"), Is.Empty);
        Assert.That(
            await Service.ScalarAsync<bool>("SELECT idempotency_hash IS NULL FROM leads WHERE id = $1", lead.Id()),
            "a hash of a phone can be guessed"
        );
    }

    private static string Named(string word, int index, long deal, string name) =>
        LeadForm.Build(word, index, LeadForm.Fields(deal, 11, 22, LeadForm.T0, null, "0").But(("name", name)));

    private static async Task EraseAsync(TestAccount account, System.Text.Json.JsonElement lead) =>
        Assert.That(
            (await account.Client.DeleteAsync($"/api/leads/{lead.Id()}")).StatusCode,
            Is.EqualTo(HttpStatusCode.NoContent)
        );

    /// <summary>As if it had come and failed, or waited for its next attempt.</summary>
    private static Task StoreAsync(TestAccount account, string body, bool isDead) =>
        Service.ExecuteAsync(
            """
            INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, is_dead, raw_body)
            VALUES ($1, $2, $3, now(), 'infinity', $4, $5)
            """,
            account.Id,
            Guid.CreateVersion7(),
            account.Id.ToByteArray(bigEndian: true)[15] % 64,
            isDead,
            Encoding.UTF8.GetBytes(body)
        );

    /// <summary>As text, as bytes, and as a form escapes it.</summary>
    private static Task<IReadOnlyList<string>> TablesWithAsync(string text) =>
        Service.TablesWithAsync(text, Uri.EscapeDataString(text));
}
