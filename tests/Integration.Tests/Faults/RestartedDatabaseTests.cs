namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A database that goes away and comes back.</summary>
internal sealed class RestartedDatabaseTests : FaultTest
{
    private static readonly TimeSpan AmoCrmsPatience = TimeSpan.FromSeconds(2);

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_restart_of_the_database_loses_nothing_and_nobody_has_to_help(bool immediately)
    {
        var database = Using(await FaultDatabase.WithServerAsync());
        var service = await ServiceAsync(database.ConnectionString);
        var load = Using(Load.Start(await AccountsAsync(service, 6), service.Address));

        for (var restart = 0; restart < 3; restart++)
        {
            await load.UntilAcknowledgedAsync(200);
            await (immediately ? database.RestartImmediatelyAsync() : database.RestartFastAsync());
        }

        await load.UntilAcknowledgedAsync(200);
        await load.StopAsync();
        Assert.Multiple(() =>
        {
            Assert.That(
                load.Answers.Select(a => a.Status).Distinct(),
                Is.SubsetOf(new HttpStatusCode?[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable })
            );
            Assert.That(load.Answers.Max(a => a.Took), Is.LessThan(AmoCrmsPatience));
        });
        await AssertNothingIsLostAsync(database, load);
        Assert.That(
            await database.LinesAsync("SELECT DISTINCT attempts::text FROM webhook_deliveries"),
            Is.EqualTo(["1"]),
            "a database that goes away is no attempt"
        );
    }

    [Test]
    public async Task A_service_whose_database_goes_in_the_middle_of_scheduled_work_can_be_stopped()
    {
        var database = await DatabaseAsync();
        var service = await ServiceAsync(database.ConnectionString, port: null, ("Schedules__PipelineSync", "* * * * * ?"));
        await database.HoldAsync("LOCK TABLE sync_runs IN ACCESS EXCLUSIVE MODE"); // gone with the database
        await database.UntilAsync(
            $"EXISTS (SELECT 1 FROM {FaultDatabase.Locks} WHERE relation = 'sync_runs'::regclass AND mode = 'RowExclusiveLock' AND NOT granted)"
        );
        await TestPostgres.DropDatabaseAsync(database.ConnectionString);

        var exit = await service.TerminateAsync();

        Assert.That(await exit, Is.Zero);
    }

    [Test]
    public async Task Nor_is_it_kept_from_stopping_by_a_schedule_that_cannot_know_whether_it_committed()
    {
        var database = await DatabaseAsync();
        await database.DoAsync(
            """
            CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(7042); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER wait_at_commit AFTER INSERT ON qrtz_fired_triggers DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION wait_at_commit();
            """
        );
        await database.HoldAsync("SELECT pg_advisory_xact_lock(7042)"); // gone with the database
        var service = await ServiceAsync(database.ConnectionString, port: null, ("Schedules__PipelineSync", "* * * * * ?"));
        await database.UntilAsync(
            $"EXISTS (SELECT 1 FROM {FaultDatabase.Locks} WHERE locktype = 'advisory' AND objid = 7042 AND NOT granted)"
        );
        await TestPostgres.DropDatabaseAsync(database.ConnectionString);

        var exit = await service.TerminateAsync();

        Assert.That(await exit, Is.Zero);
    }
}
