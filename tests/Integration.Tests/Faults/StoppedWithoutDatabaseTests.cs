namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A service that is told to stop when its database has gone for good: it takes its time, and then stops.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class StoppedWithoutDatabaseTests : FaultTest
{
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
    public async Task A_service_is_not_kept_from_stopping_by_a_schedule_that_cannot_know_whether_it_committed()
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
