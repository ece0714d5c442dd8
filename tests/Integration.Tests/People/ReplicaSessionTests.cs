using System.Buffers.Binary;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.People;

internal sealed class ReplicaSessionTests : ApiTest
{
    [Test]
    public async Task A_session_is_the_same_on_every_replica_and_ends_on_all()
    {
        var account = await UnconnectedAccountAsync();
        await using var other = Service.Replicate();
        var person = await SignedIn.NewAsync(other, "member", account.Id);
        using var here = person.Client(Service);
        using var there = person.Client(other);

        var session = await JsonAsync(await here.GetAsync("/api/session"));
        Assert.That(session.Text("csrf_token"), Is.EqualTo(person.CsrfToken));
        await JsonAsync(
            await here.PostAsJsonAsync(account.Url("/api/directions"), new { name = "Кухни" }),
            HttpStatusCode.Created
        );

        Assert.That((await here.DeleteAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await ProblemAsync(await there.GetAsync("/api/session"), HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task A_session_outlives_the_process()
    {
        var database = await TestPostgres.CreateDatabaseAsync();
        (string, string)[] settings =
        [
            ("ConnectionStrings__Postgres", database),
            ("Security__AdminApiKey", Service.AdminKey),
            ("Security__MasterKey", "the-master-key-of-the-tests"),
        ];
        SignedIn first;
        await using (var program = ApiProgram.Start(settings))
        {
            using var browser = new HttpClient { BaseAddress = await program.ListensAsync() };
            var setup = new
            {
                admin_key = Service.AdminKey,
                email = "first@example.com",
                password = SignedIn.Password,
            };
            first = await SignedIn.OfAsync(await browser.PostAsJsonAsync("/api/setup", setup));
        }

        await using (var program = ApiProgram.Start(settings))
        {
            using var browser = new HttpClient(new HttpClientHandler { UseCookies = false })
            {
                BaseAddress = await program.ListensAsync(),
            };
            browser.DefaultRequestHeaders.Add("Cookie", first.Cookie);
            var session = await JsonAsync(await browser.GetAsync("/api/session"));
            Assert.That(session.GetRawText(), Is.EqualTo(first.Session.GetRawText()));
        }

        Assert.That(await RoundsAsync(database), Is.EqualTo(210_000), "what OWASP advises for SHA-512");
        await TestPostgres.DropDatabaseAsync(database);
    }

    /// <summary>How often the only password there is was hashed: the second number in Identity's format.</summary>
    private static async Task<int> RoundsAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT password_hash FROM users");
        var hash = Convert.FromBase64String((string)(await command.ExecuteScalarAsync())!);
        return BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5));
    }
}
