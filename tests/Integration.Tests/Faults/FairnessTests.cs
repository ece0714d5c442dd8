using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>Accounts whose amoCRM takes longer for each answer than the service waits, and one whose amoCRM is well.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class FairnessTests : FaultTest
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    private const string AllIsQuiet =
        "NOT EXISTS (SELECT 1 FROM outbox) AND NOT EXISTS (SELECT 1 FROM sync_runs WHERE state = 'running' AND due_at <= now())";

    [TestCase(10, 1, "amocrm.ru")]
    [TestCase(10, 3, "amocrm.ru")]
    [TestCase(50, 1, "amocrm.ru")]
    [TestCase(10, 1, "kommo.com", Description = "they share one budget of calls")]
    public async Task No_account_waits_for_the_amoCRM_of_others(int hanging, int replicas, string domain)
    {
        var (amo, database) = (Using(await SandboxServer.StartAsync()), await DatabaseAsync());
        (string, string)[] settings = [("AmoCrm__ApiBaseUrl", amo.Address.ToString())];
        var services = new List<ServiceProcess>();
        for (var i = 0; i < replicas; i++)
            services.Add(await ServiceAsync(database.ConnectionString, settings: settings));
        using var admin = services[0].Client(Service.AdminKey);
        var healthy = await Client.OpenAsync(admin, amo, domain);
        List<Client> others = [];
        for (var i = 0; i < hanging; i++)
            others.Add(await Client.OpenAsync(admin, amo, domain));
        await database.UntilAsync(AllIsQuiet);
        await healthy.ServedAsync(database); // the first of all takes its time
        var alone = await healthy.ServedAsync(database);

        foreach (var other in others)
            amo.Fail(
                new()
                {
                    Kind = FaultKind.Slow,
                    DelayMs = 30_000,
                    AccountId = other.Crm.Id,
                }
            );
        foreach (var other in others)
            await other.AskForAllAsync(database);
        await database.UntilAsync($"(SELECT count(*) FROM outbox_leases WHERE leased_until > now()) = {hanging}");
        var beside = await healthy.ServedAsync(database);

        await TestContext.Out.WriteLineAsync($"alone:  {alone}\nbeside: {beside}");
        Assert.That(
            await database.OneAsync<long>(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND xact_start < now() - interval '2 seconds'"
            ),
            Is.Zero,
            "no transaction is open while amoCRM is waited for"
        );
        foreach (var (what, time) in beside.Times)
            Assert.That(time, Is.LessThan(Allowed(alone.Times[what])), what);
    }

    /// <summary>On a machine that is busy with many times its work the account alone takes its time too.</summary>
    private static TimeSpan Allowed(TimeSpan alone) => alone * 3 > Promised ? alone * 3 : Promised;

    /// <summary>How long each of an account's things took since they were asked for, all at once.</summary>
    internal sealed record Served(IReadOnlyDictionary<string, TimeSpan> Times)
    {
        public override string ToString() => string.Join(", ", Times.Select(t => $"{t.Key} {t.Value.TotalSeconds:0.0} s"));
    }
}
