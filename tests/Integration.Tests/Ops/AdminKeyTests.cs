using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>The operator's key when nobody configured one.</summary>
internal sealed partial class AdminKeyTests : ApiTest
{
    [Test]
    public async Task With_a_database_of_the_operators_it_is_shown_once_and_kept_as_a_hash()
    {
        var connectionString = await TestPostgres.CreateDatabaseAsync();
        string key;
        await using (var first = ApiProgram.Start(("ConnectionStrings__Postgres", connectionString)))
        {
            var address = await first.ListensAsync();
            key = ShownKey().Match(first.Output).Value;
            Assert.That(await StatusAsync(address, key), Is.EqualTo(HttpStatusCode.OK));
        }

        await using (var second = ApiProgram.Start(("ConnectionStrings__Postgres", connectionString)))
        {
            var address = await second.ListensAsync();
            Assert.That(second.Output, Does.Not.Match(ShownKey()));
            Assert.That(await StatusAsync(address, key), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await StatusAsync(address, key[..^1]), Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        await using (var connection = new NpgsqlConnection(connectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT key_hash = sha256($1) FROM admin_key", connection)
            {
                Parameters = { new() { Value = System.Text.Encoding.UTF8.GetBytes(key) } },
            };
            Assert.That(await command.ExecuteScalarAsync(), Is.True);
        }

        await TestPostgres.DropDatabaseAsync(connectionString);
    }

    [Test]
    public async Task With_its_own_database_it_is_kept_in_a_file_that_only_the_operator_reads()
    {
        var directory = TestDirectory.Create();
        try
        {
            await using (
                var program = ApiProgram.Start(("ConnectionStrings__Postgres", ""), ("Storage__DataDirectory", directory))
            )
            {
                var address = await program.ListensAsync();
                var file = Path.Combine(directory, "admin-key");
                var key = (await File.ReadAllTextAsync(file)).Trim();

                Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
                Assert.That(program.Output, Does.Contain(key));
                Assert.That(await StatusAsync(address, key), Is.EqualTo(HttpStatusCode.OK));
            }

            await using (var again = ApiProgram.Start(("ConnectionStrings__Postgres", ""), ("Storage__DataDirectory", directory)))
            {
                var address = await again.ListensAsync();
                var key = (await File.ReadAllTextAsync(Path.Combine(directory, "admin-key"))).Trim();
                Assert.That(again.Output, Does.Not.Contain(key), "it is printed once");
                Assert.That(await StatusAsync(address, key), Is.EqualTo(HttpStatusCode.OK));
            }
        }
        finally
        {
            TestDirectory.Delete(directory);
        }
    }

    [Test]
    public async Task A_configured_key_is_the_only_one()
    {
        var connectionString = await TestPostgres.CreateDatabaseAsync();
        await using (
            var program = ApiProgram.Start(
                ("ConnectionStrings__Postgres", connectionString),
                ("Security__AdminApiKey", "a-key-of-the-operator")
            )
        )
        {
            var address = await program.ListensAsync();
            Assert.That(program.Output, Does.Not.Match(ShownKey()).And.Not.Contain("a-key-of-the-operator"));
            Assert.That(await StatusAsync(address, "a-key-of-the-operator"), Is.EqualTo(HttpStatusCode.OK));
        }

        await TestPostgres.DropDatabaseAsync(connectionString);
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri address, string key)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return (await client.GetAsync("/api/user-accounts")).StatusCode;
    }

    [GeneratedRegex("amoq_[A-Za-z0-9_-]{43}")]
    private static partial Regex ShownKey();
}
