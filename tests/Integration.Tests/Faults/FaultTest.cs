namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A test that breaks something, in a bounded time. Where answers must come in a given time it has the machine for itself.</summary>
[NonParallelizable]
[CancelAfter(240_000)]
[Category("Faults")]
internal abstract class FaultTest
{
    private readonly List<IAsyncDisposable> _things = [];

    [TearDown]
    public async Task CleanUp()
    {
        foreach (var thing in Enumerable.Reverse(_things))
            await thing.DisposeAsync();
        _things.Clear();
    }

    /// <summary>Ends with the test, the last first.</summary>
    protected T Using<T>(T thing)
        where T : IAsyncDisposable
    {
        lock (_things)
            _things.Add(thing);
        return thing;
    }

    protected async Task<FaultDatabase> DatabaseAsync() => Using(await FaultDatabase.CreateAsync());

    protected async Task<ServiceProcess> ServiceAsync(
        string connectionString,
        int? port = null,
        params (string Key, string Value)[] settings
    ) => Using(await ServiceProcess.StartAsync(connectionString, port, settings));

    protected static async Task<List<FaultAccount>> AccountsAsync(ServiceProcess service, int count)
    {
        using var admin = service.Client(Service.AdminKey);
        var accounts = new List<FaultAccount>();
        for (var i = 0; i < count; i++)
            accounts.Add(await FaultAccount.OpenAsync(admin));
        return accounts;
    }

    /// <summary>Everything acknowledged took effect once, and nothing took effect that nobody sent.</summary>
    protected static async Task AssertNothingIsLostAsync(FaultDatabase database, Load load)
    {
        await database.UntilDoneAsync();
        var stored = await database.LinesAsync(Load.StoredTransitions);
        Assert.Multiple(() =>
        {
            Assert.That(load.Acknowledged.Except(stored), Is.Empty, "acknowledged and lost");
            Assert.That(stored.Except(load.Sent), Is.Empty, "stored and never sent");
            Assert.That(stored, Is.Unique);
        });
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM webhook_inbox"), Is.Zero, "dead deliveries");
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM webhook_claims"), Is.Zero, "claims of nobody");
    }
}
