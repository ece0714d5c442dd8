using System.Net;
using AmoCrmQualification.Infrastructure.Persistence.Embedded;
using AmoCrmQualification.Integration.Tests.Support;

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
    public async Task A_database_that_is_dropped_is_noticed()
    {
        await using var service = await Service.StartAsync();
        using var client = service.Client(key: null);
        Assert.That((await client.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        await TestPostgres.DropDatabaseAsync(service.ConnectionString);

        await ProblemAsync(await client.GetAsync("/health/ready"), HttpStatusCode.ServiceUnavailable, "unavailable");
    }
}
