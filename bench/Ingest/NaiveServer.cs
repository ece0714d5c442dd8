using System.Buffers;
using AmoCrmQualification.Api.Webhooks;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AmoCrmQualification.Bench.Ingest;

/// <summary>
/// The other sides of ingest, with nothing around them: no signature, no errors, no authentication. One stores each body with an
/// INSERT of its own on a pooled connection, prepared; one answers the same JSON without a database.
/// </summary>
internal static class NaiveServer
{
    public const string Argument = "naive-server";
    public const string Table = "ingest_naive";
    private const string Connection = "BENCH_CONNECTION";

    private const string Insert =
        $"INSERT INTO {Table} (user_account_id, id, shard, received_at, due_at, raw_body) VALUES ($1, $2, $3, $4, $4, $5)";

    public static Task<ChildProcess> StartAsync(string connectionString) =>
        ChildProcess.StartAsync(
            "AmoCrmQualification.Bench.dll",
            "/ready",
            new Dictionary<string, string>(StringComparer.Ordinal) { [Connection] = connectionString },
            Argument
        );

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        await using var database = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable(Connection)!);
        await using var app = builder.Build();

        app.MapGet("/ready", () => Results.Ok());
        app.MapPost(
            "/insert",
            async (HttpContext http, Guid user_id) =>
            {
                var now = TimeProvider.System.GetUtcNow();
                await using var insert = database.Command(
                    Insert,
                    BatchCommands.Scalar(user_id),
                    BatchCommands.Scalar(Guid.CreateVersion7(now)),
                    BatchCommands.Scalar(1),
                    BatchCommands.Scalar(now),
                    BatchCommands.Scalar(await ReadAsync(http))
                );
                await insert.ExecuteNonQueryAsync(http.RequestAborted);
                return Answer();
            }
        );
        app.MapPost(
            "/plain",
            async (HttpContext http, Guid user_id) =>
            {
                _ = user_id;
                await ReadAsync(http);
                return Answer();
            }
        );
        await app.RunAsync();
    }

    private static IResult Answer() => Results.Ok(new WebhookAcknowledgement(true, "Webhook received, processing in background"));

    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
