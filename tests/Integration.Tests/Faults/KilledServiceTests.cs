namespace AmoCrmQualification.Integration.Tests.Faults;

[Parallelizable(ParallelScope.Self)]
internal sealed class KilledServiceTests : FaultTest
{
    private const int Kills = 5;

    [Test]
    public async Task What_was_acknowledged_survives_kills_at_random_moments_and_takes_effect_once()
    {
        var database = await DatabaseAsync();
        var port = ServiceProcess.FreePort();
        var service = await ServiceAsync(database.ConnectionString, port);
        var accounts = await AccountsAsync(service, 6);
        var load = Using(Load.Start(accounts, service.Address));
        var random = new Random(TestContext.CurrentContext.Random.Next());

        for (var kill = 0; kill < Kills; kill++)
        {
            await load.UntilAcknowledgedAsync(random.Next(20, 400));
            await service.KillAsync();
            service = await ServiceAsync(database.ConnectionString, port);
        }

        await load.UntilAcknowledgedAsync(50);
        await load.StopAsync();
        await AssertNothingIsLostAsync(database, load);
        Assert.That(load.Answers.Count(a => a.Status is null), Is.Positive, "no request met a kill");
    }

    [Test]
    public async Task Deliveries_that_a_worker_died_over_are_taken_one_by_one_and_the_attempt_counts()
    {
        const int Deliveries = 30;
        var database = await DatabaseAsync();
        var service = await ServiceAsync(database.ConnectionString);
        var account = (await AccountsAsync(service, 1))[0];
        await SlowDownAsync(database, deal: 7);

        var slow = await database.HoldAsync("SELECT pg_advisory_xact_lock(99)");
        await using (await database.HoldAsync(account.ShardLock))
        {
            using var client = service.Client();
            for (var deal = 1; deal <= Deliveries; deal++)
                await account.PostAsync(client, LeadForm.Status(deal, 11, 22, LeadForm.T0));
        }

        await database.UntilAsync(
            $"EXISTS (SELECT 1 FROM {FaultDatabase.Locks} WHERE locktype = 'advisory' AND objid = 99 AND NOT granted)"
        );
        await service.KillAsync();
        await slow.DisposeAsync();
        await ServiceAsync(database.ConnectionString);
        await database.UntilDoneAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await database.OneAsync<long>("SELECT count(*) FROM amocrm_lead_status_history"), Is.EqualTo(Deliveries));
            Assert.That(
                await database.LinesAsync("SELECT DISTINCT attempts::text FROM webhook_deliveries"),
                Is.EqualTo(["2"]),
                "the attempt nobody lived to count, and the one that succeeded"
            );
            Assert.That(
                await database.OneAsync<long>("SELECT count(DISTINCT xmin::text) FROM webhook_deliveries"),
                Is.EqualTo(Deliveries),
                "one by one"
            );
        });
    }

    [Test]
    public async Task A_claim_that_names_nothing_any_more_holds_nobody_up()
    {
        var database = await DatabaseAsync();
        var service = await ServiceAsync(database.ConnectionString);
        var account = (await AccountsAsync(service, 1))[0];
        await database.DoAsync($"INSERT INTO webhook_claims VALUES ({account.Shard}, ARRAY[gen_random_uuid()])");

        using var client = service.Client();
        await account.PostAsync(client, LeadForm.Status(1, 11, 22, LeadForm.T0));

        await database.UntilDoneAsync();
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM webhook_claims"), Is.Zero);
    }

    /// <summary>Whoever writes the history of the deal waits for the lock 99.</summary>
    private static Task SlowDownAsync(FaultDatabase database, long deal) =>
        database.DoAsync(
            $"""
            CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN PERFORM pg_advisory_xact_lock(99); RETURN NEW; END $$;
            CREATE TRIGGER slow BEFORE INSERT ON amocrm_lead_status_history
              FOR EACH ROW WHEN (NEW.amocrm_lead_id = {deal}) EXECUTE FUNCTION wait();
            """
        );
}
