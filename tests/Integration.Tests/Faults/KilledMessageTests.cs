using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.Messages;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A message whose sender dies between sending it and storing that it is sent; digests that two processes look at.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KilledMessageTests : FaultTest
{
    private const string Chat = "77";

    [Test]
    public async Task The_person_has_the_message_and_at_most_twice()
    {
        var (database, amo) = (await DatabaseAsync(), Using(await SandboxServer.StartAsync()));
        var service = await ReplicaAsync(database, amo);
        using var admin = service.Client(Service.AdminKey);
        var account = await FaultAccount.OpenAsync(admin);
        var id = await DigestAsync(admin, account, Chat);
        amo.Bot.Fail(Chat, new(200, "it has the message and does not answer", IsHeld: true));

        using var asked = await admin.PostAsync($"/api/digests/{id}/send", content: null);
        await Support.TestAccount.UntilAsync(() => Task.FromResult(amo.Bot.Sent(Chat).Count == 1), () => "nothing is sent");
        await service.KillAsync();
        amo.Bot.Fail(Chat, fault: null);
        await database.DoAsync("UPDATE digest_messages SET due_at = now() WHERE state = 'pending'"); // the claim runs out
        await ReplicaAsync(database, amo);
        await database.UntilAsync("EXISTS (SELECT 1 FROM digest_messages WHERE state = 'sent')");

        Assert.That(amo.Bot.Sent(Chat), Has.Count.EqualTo(2));
        Assert.That(amo.Bot.Sent(Chat).Select(message => message.Text).Distinct(), Has.One.Items);
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM digest_messages"), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_processes_write_each_digest_once_and_send_it_once()
    {
        var (database, amo) = (await DatabaseAsync(), Using(await SandboxServer.StartAsync()));
        var replicas = await Task.WhenAll(ReplicaAsync(database, amo), ReplicaAsync(database, amo));
        using var admin = replicas[0].Client(Service.AdminKey);
        var account = await FaultAccount.OpenAsync(admin);
        var chats = Enumerable.Range(101, 6).Select(chat => $"{chat}").ToList();
        foreach (var chat in chats)
            await DigestAsync(admin, account, chat);

        await database.DoAsync("UPDATE digests SET next_at = date_trunc('minute', now())"); // one of them plans at the next
        await database.UntilAsync("(SELECT count(*) >= 6 FROM digest_messages WHERE state = 'sent')");

        Assert.That(await database.OneAsync<bool>("SELECT min(next_at) > now() FROM digests"), "they go on");
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM digest_messages"), Is.EqualTo(chats.Count));
        Assert.That(amo.Bot.Sent().Select(message => message.Chat), Is.EquivalentTo(chats));
    }

    private static async Task<Guid> DigestAsync(HttpClient admin, FaultAccount account, string chat)
    {
        var digest = new
        {
            channel = "telegram",
            to = chat,
            when = "daily",
            at = "09:00",
        };
        using var created = await admin.PostAsJsonAsync($"/api/digests?userAccountId={account.Id}", digest);
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created), await created.Content.ReadAsStringAsync());
        return JsonElement.Parse(await created.Content.ReadAsStringAsync()).Id();
    }

    private async Task<ServiceProcess> ReplicaAsync(FaultDatabase database, SandboxServer amo) =>
        await ServiceAsync(
            database.As("replica"),
            port: null,
            ("Telegram__BotToken", SandboxBot.Token),
            ("Telegram__ApiBaseUrl", amo.Address.ToString())
        );
}
