using System.Net.Http.Headers;
using System.Text;

namespace AmoCrmQualification.Integration.Tests.Errors;

/// <summary>The limit is the web server's, so a real one is asked.</summary>
internal sealed class BodyLimitTests : ApiTest
{
    private const string Key = "the-operator's-key";

    [Test]
    public async Task A_file_of_ad_spend_may_be_larger_and_not_without_end()
    {
        var connectionString = await TestPostgres.CreateDatabaseAsync();
        await using (
            var program = ApiProgram.Start(("ConnectionStrings__Postgres", connectionString), ("Security__AdminApiKey", Key))
        )
        {
            using var client = new HttpClient { BaseAddress = await program.ListensAsync() };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
            client.DefaultRequestHeaders.ExpectContinue = true; // asks first, as curl does: a refusal comes before the body is sent
            var account = await JsonAsync(
                await client.AskAsync(HttpMethod.Post, "/api/user-accounts", new { name = "К" }),
                HttpStatusCode.Created
            );

            foreach (var chunked in new[] { false, true })
            {
                var large = await JsonAsync(await PostSpendAsync(client, account.Id(), 15 << 20, chunked));
                Assert.That(large.Number("accepted"), Is.EqualTo(1));
                await ProblemAsync(
                    await PostSpendAsync(client, account.Id(), (16 << 20) + 1, chunked),
                    HttpStatusCode.RequestEntityTooLarge,
                    "payload_too_large"
                );
            }
        }

        await TestPostgres.DropDatabaseAsync(connectionString);
    }

    [Test]
    public async Task A_body_over_a_mebibyte_is_refused_whether_it_tells_its_length_or_not()
    {
        var connectionString = await TestPostgres.CreateDatabaseAsync();
        await using (
            var program = ApiProgram.Start(("ConnectionStrings__Postgres", connectionString), ("Security__AdminApiKey", Key))
        )
        {
            using var client = new HttpClient { BaseAddress = await program.ListensAsync() };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);

            foreach (var chunked in new[] { false, true })
            {
                await ProblemAsync(
                    await PostAsync(client, (1 << 20) + 1, chunked),
                    HttpStatusCode.RequestEntityTooLarge,
                    "payload_too_large"
                );
                await ProblemAsync(
                    await PutLogoAsync(client, (200 << 10) + 1, chunked),
                    HttpStatusCode.RequestEntityTooLarge,
                    "payload_too_large"
                );
                await ProblemAsync(
                    await PostAsync(client, (1 << 20) - 4096, chunked),
                    HttpStatusCode.BadRequest,
                    "validation_error"
                );
            }
        }

        await TestPostgres.DropDatabaseAsync(connectionString);
    }

    /// <summary>One row, and then lines with nothing in them.</summary>
    private static Task<HttpResponseMessage> PostSpendAsync(HttpClient client, Guid account, int size, bool chunked) =>
        PostAsync(
            client,
            $"/api/ad-spend?userAccountId={account}",
            "text/csv",
            Encoding.UTF8.GetBytes("date,ad_id,spend\n2026-11-01,a,5".PadRight(size, '\n')),
            chunked
        );

    /// <summary>The name is far too long for an account, so a body that is read is refused for that.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, int size, bool chunked)
    {
        const string Frame = """{"name":""}""";
        var body = Encoding.UTF8.GetBytes($$"""{"name":"{{new string('a', size - Frame.Length)}}"}""");
        return await PostAsync(client, "/api/user-accounts", "application/json", body, chunked);
    }

    private static async Task<HttpResponseMessage> PutLogoAsync(HttpClient client, int size, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/branding/logo");
        request.Content = new ByteArrayContent(new byte[size]);
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = !chunked;
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        string path,
        string type,
        byte[] body,
        bool chunked
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new(type);
        request.Headers.TransferEncodingChunked = chunked;
        // It is answered before the body is sent, so that the answer is not lost with the connection.
        request.Headers.ExpectContinue = !chunked;
        return await client.SendAsync(request);
    }
}
