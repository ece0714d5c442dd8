using System.Diagnostics;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Inbox;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>How soon and how truly a delivery is answered.</summary>
internal sealed class AcknowledgementTests : FaultTest
{
    private const string HoldInbox = "LOCK TABLE webhook_inbox IN ACCESS EXCLUSIVE MODE";
    private const string InsertWaits =
        $"EXISTS (SELECT 1 FROM {FaultDatabase.Locks} WHERE relation = 'webhook_inbox'::regclass AND mode = 'RowExclusiveLock' AND NOT granted)";
    private static readonly TimeSpan AmoCrmsPatience = TimeSpan.FromSeconds(2);

    [Test]
    public async Task A_caller_that_hangs_up_does_not_take_its_delivery_back()
    {
        var (database, service, account) = await OneAccountAsync();
        using var client = service.Client();
        using var hangUp = new CancellationTokenSource();

        await using (await database.HoldAsync(HoldInbox))
        {
            var call = account.PostAsync(client, LeadForm.Status(7, 11, 22, LeadForm.T0), hangUp.Token);
            await database.UntilAsync(InsertWaits);
            await hangUp.CancelAsync();
            Assert.That(() => call, Throws.InstanceOf<OperationCanceledException>());
        }

        await database.UntilAsync("EXISTS (SELECT 1 FROM amocrm_lead_status_history WHERE amocrm_lead_id = 7)");
    }

    [Test]
    public async Task What_cannot_be_stored_in_time_is_answered_503_in_time()
    {
        var (database, service, account) = await OneAccountAsync();
        using var client = service.Client();

        await using (await database.HoldAsync(HoldInbox))
        {
            var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(deal => TimedAsync(account, client, deal)));
            Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(answers.Max(a => a.Took), Is.LessThan(AmoCrmsPatience));
        }

        await TestAccount.UntilAsync(
            async () => (await TimedAsync(account, client, 99)).Status == HttpStatusCode.OK,
            () => "it does not store again"
        );
    }

    [Test]
    public async Task A_signature_that_cannot_be_checked_in_time_is_answered_503_in_time()
    {
        var (database, service, account) = await OneAccountAsync();
        using var client = service.Client();

        await using (await database.HoldAsync("LOCK TABLE user_accounts IN ACCESS EXCLUSIVE MODE"))
        {
            var (status, took) = await TimedAsync(account, client, deal: 7);
            Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(took, Is.LessThan(AmoCrmsPatience));
        }
    }

    [Test]
    public async Task A_database_that_hangs_is_said_in_time_to_amoCRM_and_to_who_checks_the_service()
    {
        var database = Using(await FaultDatabase.WithServerAsync());
        var service = await ServiceAsync(database.ConnectionString);
        var account = (await AccountsAsync(service, 1))[0];
        using var client = service.Client();
        using var checking = service.Client();
        checking.Timeout = TimeSpan.FromSeconds(10); // it waited for ever

        await using (await database.FreezeAsync())
        {
            var check = checking.GetAsync("/health/ready");
            for (var deal = 1; deal <= 3; deal++)
            {
                var (status, took) = await TimedAsync(account, client, deal);
                Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
                Assert.That(took, Is.LessThan(AmoCrmsPatience));
            }

            using var ready = await check;
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        }

        await TestAccount.UntilAsync(
            async () => (await TimedAsync(account, client, 99)).Status == HttpStatusCode.OK,
            () => "it does not store again"
        );
    }

    [Test]
    public async Task A_full_queue_refuses_at_once()
    {
        const int QueueLimit = 4096;
        await using var database = NpgsqlDataSource.Create("Host=nowhere.invalid");
        using var signals = new DatabaseSignals(database, NullLogger<DatabaseSignals>.Instance);
        using var writer = new InboxWriter(database, signals, TimeProvider.System, NullLogger<InboxWriter>.Instance);
        var waiting = Enumerable.Range(0, QueueLimit).Select(_ => StoreAsync()).ToList();

        var oneMore = StoreAsync();

        Assert.That(oneMore.IsCompleted);
        Assert.That(await oneMore, Is.False);
        Assert.That(waiting.Exists(store => store.IsCompletedSuccessfully && store.Result), Is.False);
        Assert.That(await Task.WhenAll(waiting), Is.All.False);

        Task<bool> StoreAsync() => writer.StoreAsync(UserAccountId.New(), [], contentEncoding: null).AsTask();
    }

    [Test]
    public async Task A_service_that_is_asked_to_stop_finishes_what_it_accepted()
    {
        const int Calls = 30;
        var (database, service, account) = await OneAccountAsync();
        using var client = service.Client();
        Task<HttpStatusCode>[] calls;
        Task<int> exit;

        await using (await database.HoldAsync(HoldInbox))
        {
            calls =
            [
                .. Enumerable
                    .Range(1, Calls)
                    .Select(deal => account.PostAsync(client, LeadForm.Status(deal, 11, 22, LeadForm.T0))),
            ];
            await database.UntilAsync(InsertWaits);
            exit = await service.TerminateAsync();
        }

        Assert.That(await Task.WhenAll(calls), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(await exit, Is.Zero);
        var stored = await database.OneAsync<long>(
            "SELECT (SELECT count(*) FROM webhook_inbox) + (SELECT count(*) FROM webhook_deliveries)"
        );
        Assert.That(stored, Is.EqualTo(Calls));
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM webhook_claims"), Is.Zero);
    }

    [Test]
    public async Task A_service_that_is_asked_to_stop_under_load_has_stored_all_it_acknowledged()
    {
        var (database, service, account) = await OneAccountAsync();
        var load = Using(Load.Start([account], service.Address));
        await load.UntilAcknowledgedAsync(300);

        Assert.That(await await service.TerminateAsync(), Is.Zero);

        await load.StopAsync();
        await ServiceAsync(database.ConnectionString);
        await AssertNothingIsLostAsync(database, load);
        Assert.That(await database.LinesAsync("SELECT DISTINCT attempts::text FROM webhook_deliveries"), Is.EqualTo(["1"]));
    }

    private async Task<(FaultDatabase Database, ServiceProcess Service, FaultAccount Account)> OneAccountAsync()
    {
        var database = await DatabaseAsync();
        var service = await ServiceAsync(database.ConnectionString);
        return (database, service, (await AccountsAsync(service, 1))[0]);
    }

    private static async Task<(HttpStatusCode Status, TimeSpan Took)> TimedAsync(
        FaultAccount account,
        HttpClient client,
        long deal
    )
    {
        var begun = Stopwatch.GetTimestamp();
        var status = await account.PostAsync(client, LeadForm.Status(deal, 11, 22, LeadForm.T0));
        return (status, Stopwatch.GetElapsedTime(begun));
    }
}
