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
}
