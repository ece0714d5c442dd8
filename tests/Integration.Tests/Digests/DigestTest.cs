using System.Globalization;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Sandbox.Messages;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Digests;

/// <summary>A test with digests: their chats and addresses are its own.</summary>
internal abstract class DigestTest : ApiTest
{
    private static long s_lastChat = 1_000_000;

    protected static SandboxBot Bot => Service.Amo.Bot;

    protected static MailServer Mail => Service.Mail;

    protected static string NewChat() => Interlocked.Increment(ref s_lastChat).ToString(CultureInfo.InvariantCulture);

    protected static async Task<JsonElement> CreateAsync(TestAccount account, object digest) =>
        await JsonAsync(await account.SendAsync(HttpMethod.Post, "/api/digests", digest), HttpStatusCode.Created);

    protected static Task<JsonElement> ForChatAsync(TestAccount account, string chat) =>
        CreateAsync(
            account,
            new
            {
                channel = "telegram",
                to = chat,
                when = "daily",
                at = "09:00",
            }
        );

    protected static Task<JsonElement> ForAddressAsync(TestAccount account, string address) =>
        CreateAsync(
            account,
            new
            {
                channel = "email",
                to = address,
                when = "daily",
                at = "09:00",
                language = "en",
            }
        );

    /// <summary>Lets the time of a digest come.</summary>
    protected static Task ComeAsync(JsonElement digest, string ago = "1 minute") =>
        Service.ExecuteAsync(
            $"UPDATE digests SET next_at = date_trunc('minute', now() - interval '{ago}') WHERE id = $1",
            digest.Id()
        );

    /// <summary>The schedule fires, as on one of several replicas, for one account.</summary>
    protected static async Task PlanAsync(TestAccount account)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICaller>().ActFor(new(account.Id));
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PlanMessagesCommand());
    }

    protected static async Task<JsonElement> SendAsync(TestAccount account, JsonElement digest) =>
        await JsonAsync(
            await account.Client.PostAsync($"/api/digests/{digest.Id()}/send", content: null),
            HttpStatusCode.Accepted
        );

    protected static async Task<JsonElement> ReadAsync(TestAccount account, JsonElement digest) =>
        (await account.ItemsAsync("/api/digests")).Single(one => one.Id() == digest.Id());

    /// <summary>Waits until the last message of a digest is in a state.</summary>
    protected static async Task<JsonElement> UntilAsync(TestAccount account, JsonElement digest, Func<JsonElement, bool> isSo)
    {
        var last = digest;
        await TestAccount.UntilAsync(
            async () =>
                (last = await ReadAsync(account, digest)).GetProperty("last_message") is { ValueKind: JsonValueKind.Object }
                && isSo(last),
            () => last.ToString()
        );
        return last;
    }

    protected static bool IsSent(JsonElement digest) => digest.GetProperty("last_message").Text("state") == "sent";
}
