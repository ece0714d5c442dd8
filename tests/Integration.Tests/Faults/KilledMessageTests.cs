using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.Messages;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A message whose sender dies between sending it and storing that it is sent.</summary>
[Parallelizable(ParallelScope.Self)]
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
        var digest = new
        {
            channel = "telegram",
            to = Chat,
            when = "daily",
            at = "09:00",
        };
        using var created = await admin.PostAsJsonAsync($"/api/digests?userAccountId={account.Id}", digest);
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created), await created.Content.ReadAsStringAsync());
        var id = JsonElement.Parse(await created.Content.ReadAsStringAsync()).Id();
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

    private async Task<ServiceProcess> ReplicaAsync(FaultDatabase database, SandboxServer amo) =>
        await ServiceAsync(
            database.As("replica"),
            port: null,
            ("Telegram__BotToken", SandboxBot.Token),
            ("Telegram__ApiBaseUrl", amo.Address.ToString())
        );
}
