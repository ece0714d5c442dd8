using AmoCrmQualification.Application.Connections;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Runs;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Accounts;

internal sealed class ArchiveTests : ApiTest
{
    private static readonly TimeSpan Later = TimeSpan.FromDays(3000);

    [Test]
    public async Task An_archived_account_leaves_the_list_and_the_session_and_comes_back()
    {
        var (kept, archived) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var member = await SignedIn.NewAsync(Service, "member", kept.Id, archived.Id);

        var changed = await ArchiveAsync(archived, isArchived: true);

        Assert.That(changed.Flag("is_archived"));
        Assert.That(await ListedAsync(member), Is.EqualTo([kept.Id]));
        Assert.That(await ListedAsync(member, "?isArchived=true"), Is.EqualTo([archived.Id]));
        Assert.That(await OfSessionAsync(member), Is.EqualTo([kept.Id]));
        Assert.That((await archived.GetAsync("/api/leads")).List("items"), Is.Empty, "it can still be read");

        Assert.That((await ArchiveAsync(archived, isArchived: false)).Flag("is_archived"), Is.False);
        Assert.That(await ListedAsync(member), Is.EqualTo([archived.Id, kept.Id]));
        Assert.That(await OfSessionAsync(member), Is.EquivalentTo([archived.Id, kept.Id]));
    }

    [Test]
    public async Task Another_change_leaves_it_archived()
    {
        var account = await UnconnectedAccountAsync();
        await ArchiveAsync(account, isArchived: true);

        var renamed = await JsonAsync(
            await account.Client.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { name = "Иначе" })
        );

        Assert.That((renamed.Text("name"), renamed.Flag("is_archived")), Is.EqualTo(("Иначе", true)));
    }

    [Test]
    public async Task Nothing_is_planned_for_an_archived_account_and_what_waits_is_dropped()
    {
        await using var service = await Service.StartAsync();
        var (kept, archived) = (await OpenAsync(service), await OpenAsync(service));
        await SendAsync(service, new PlanRunsCommand(RunKind.Pipelines, Later)); // both wait for their moment
        await ArchiveAsync(archived, isArchived: true);

        await SendAsync(service, new PlanRunsCommand(RunKind.Pipelines, Later));
        await SendAsync(service, new EnqueueWebhookChecksCommand(Later));

        Assert.That(await PlannedAsync(service, kept), Is.EqualTo((1, 1)));
        Assert.That(await PlannedAsync(service, archived), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Its_webhooks_are_still_stored_and_what_they_missed_is_read_when_it_comes_back()
    {
        var account = await AccountAsync();
        await account.QuietAsync();
        await ArchiveAsync(account, isArchived: true);
        await account.DeliverAsync(LeadForm.Status(1, 11, 22, LeadForm.T0));
        Assert.That(await account.DeliveriesAsync(), Has.Count.EqualTo(1));

        await ArchiveAsync(account, isArchived: false);

        await TestAccount.UntilAsync(
            async () => (await account.ItemsAsync("/api/sync-runs")).Any(run => run.Text("kind") == "reconciliation"),
            () => "nothing is reconciled"
        );
    }

    private static async Task<TestAccount> OpenAsync(Service service)
    {
        var account = await TestAccount.OpenAsync(service, details: null);
        await account.QuietAsync();
        return account;
    }

    private static async Task SendAsync(Service service, IRequest request)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private static async Task<(long Runs, long Checks)> PlannedAsync(Service service, TestAccount account) =>
        (
            await service.ScalarAsync<long>(
                "SELECT count(*) FROM sync_runs WHERE user_account_id = $1 AND state = 'running'",
                account.Id
            ),
            await service.ScalarAsync<long>(
                "SELECT count(*) FROM outbox WHERE user_account_id = $1 AND kind = 'check_webhook'",
                account.Id
            )
        );

    private static async Task<JsonElement> ArchiveAsync(TestAccount account, bool isArchived) =>
        await JsonAsync(
            await account.Client.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { is_archived = isArchived })
        );

    private static async Task<IEnumerable<Guid>> ListedAsync(SignedIn person, string query = "") =>
        (await GetAsync(person, "/api/user-accounts" + query)).List("items").Select(a => a.Id());

    private static async Task<IEnumerable<Guid>> OfSessionAsync(SignedIn person) =>
        (await GetAsync(person, "/api/session")).List("accounts").Select(a => a.Id());

    private static async Task<JsonElement> GetAsync(SignedIn person, string path)
    {
        using var client = person.Client(Service);
        return await JsonAsync(await client.GetAsync(path));
    }
}
