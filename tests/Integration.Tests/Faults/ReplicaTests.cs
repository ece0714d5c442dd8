namespace AmoCrmQualification.Integration.Tests.Faults;

[Parallelizable(ParallelScope.Self)]
internal sealed class ReplicaTests : FaultTest
{
    [Test]
    public async Task Two_processes_share_the_work_and_do_nothing_twice()
    {
        var database = await DatabaseAsync();
        var one = await ServiceAsync(database.As("one"));
        var other = await ServiceAsync(database.As("other"));
        var accounts = await AccountsAsync(one, 12);
        await NoteWhoDoesWhatAsync(database);

        var load = Using(Load.Start(accounts, one.Address, other.Address));
        await load.UntilAcknowledgedAsync(3000);
        await load.StopAsync();

        await AssertNothingIsLostAsync(database, load);
        var done = await database.LinesAsync("SELECT who FROM done_by GROUP BY who HAVING count(*) > 20 ORDER BY who");
        Assert.Multiple(async () =>
        {
            Assert.That(done, Is.EqualTo(["one", "other"]), "both did work");
            Assert.That(
                await database.OneAsync<bool>("SELECT count(*) = count(DISTINCT id) FROM done_by"),
                "one delivery, done once"
            );
            Assert.That(
                await database.OneAsync<long>("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"),
                Is.Zero
            );
        });
    }

    [Test]
    public async Task Three_processes_that_start_at_once_on_an_empty_database_make_it_once()
    {
        var database = Using(await FaultDatabase.CreateEmptyAsync());

        var replicas = Enumerable.Range(0, 3).Select(_ => Using(ServiceProcess.Launch(database.ConnectionString))).ToList();
        await Task.WhenAll(replicas.Select(r => r.ReadyAsync()));

        Assert.That(
            await database.OneAsync<bool>(
                "SELECT count(*) > 0 AND count(*) = count(DISTINCT migration_id) FROM \"__EFMigrationsHistory\""
            )
        );
        var account = (await AccountsAsync(replicas[0], 1))[0];
        using var client = replicas[2].Client();
        await account.DeliverAsync(client, LeadForm.Status(1, 11, 22, LeadForm.T0));
        await database.UntilDoneAsync();
    }

    private static Task NoteWhoDoesWhatAsync(FaultDatabase database) =>
        database.DoAsync(
            """
            CREATE TABLE done_by (id uuid, who text);
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN INSERT INTO done_by VALUES (NEW.id, current_setting('application_name')); RETURN NULL; END $$;
            CREATE TRIGGER note AFTER INSERT ON webhook_deliveries FOR EACH ROW EXECUTE FUNCTION note();
            """
        );
}
