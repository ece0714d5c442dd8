using AmoCrmQualification.Infrastructure.EmbeddedPostgres;

namespace AmoCrmQualification.Integration.Tests.Ops;

internal sealed class HealthTests : ApiTest
{
    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task A_healthy_service_says_so_to_everybody(string path)
    {
        using var nobody = Service.Client(key: null);

        Assert.That((await nobody.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Without_its_database_it_lives_and_is_not_ready()
    {
        var directory = TestDirectory.Create();
        try
        {
            var postgres = await EmbeddedPostgres.StartAsync(
                new() { DataDirectory = directory, Durable = false },
                CancellationToken.None
            );
            await using var service = await Service.StartAsync(("ConnectionStrings:Postgres", postgres.ConnectionString));
            using var admin = service.Client(Service.AdminKey);
            Assert.That((await admin.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

            await postgres.DisposeAsync();

            await ProblemAsync(await admin.GetAsync("/health/ready"), HttpStatusCode.ServiceUnavailable, "unavailable");
            await ProblemAsync(await admin.GetAsync("/api/user-accounts"), HttpStatusCode.ServiceUnavailable, "unavailable");
            Assert.That((await admin.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
        finally
        {
            TestDirectory.Delete(directory);
        }
    }

    [Test]
    public async Task A_database_that_stores_nothing_is_not_ready_and_its_refusals_are_counted()
    {
        await using var service = await Service.StartAsync();
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);
        var url = new Uri((await account.GetAsync("/api/user-accounts/" + account.Id)).Text("webhook_url")!).PathAndQuery;
        using var client = service.Client(Service.AdminKey);
        var before = await RefusedAsync(client);
        await service.ExecuteAsync("REVOKE INSERT ON webhook_inbox FROM current_user");

        await ProblemAsync(await client.GetAsync("/health/ready"), HttpStatusCode.ServiceUnavailable, "unavailable");
        await ProblemAsync(await DeliverAsync(client, url), HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.That(await RefusedAsync(client), Is.EqualTo(before + 1));

        await service.ExecuteAsync("GRANT INSERT ON webhook_inbox TO current_user");
        await JsonAsync(await DeliverAsync(client, url));
        await TestAccount.UntilAsync(
            async () => (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK,
            () => "it is not ready again"
        );
    }

    [Test]
    public async Task The_proof_that_it_stores_leaves_nothing_and_is_not_repeated_at_every_question()
    {
        await using var service = await Service.StartAsync();
        using var client = service.Client(key: null);
        Assert.That((await client.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await service.ExecuteAsync("REVOKE INSERT ON webhook_inbox FROM current_user");

        Assert.That((await client.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await service.ScalarAsync<long>("SELECT count(*) FROM webhook_inbox"), Is.Zero);
    }

    [Test]
    public async Task A_database_that_is_dropped_is_noticed()
    {
        await using var service = await Service.StartAsync();
        using var client = service.Client(key: null);
        Assert.That((await client.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        await TestPostgres.DropDatabaseAsync(service.ConnectionString);

        await ProblemAsync(await client.GetAsync("/health/ready"), HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    private static Task<HttpResponseMessage> DeliverAsync(HttpClient client, string url) =>
        client.PostAsync(url, new StringContent("leads[status][0][id]=1", null, "application/x-www-form-urlencoded"));

    private static async Task<int> RefusedAsync(HttpClient client)
    {
        const string Line = "qualification_deliveries_refused_total{status=\"503\"} ";
        var told = (await client.MetricsAsync()).Split('\n').Single(line => line.StartsWith(Line, StringComparison.Ordinal));
        return int.Parse(told[Line.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
