using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;

namespace AmoCrmQualification.Bench.Ingest;

/// <summary>PostgreSQL's own load: one prepared INSERT per transaction, from 32 clients, without any service between.</summary>
internal sealed class PgBench(string program, string connectionString, byte[] body)
{
    public const string Table = "ingest_pgbench";

    // Ids grow with time, as ours do; the body travels as a parameter.
    private const string Script = $"""
        INSERT INTO {Table} (user_account_id, id, shard, received_at, due_at, raw_body)
        VALUES ('01890000-0000-7000-8000-000000000001', lpad(to_hex(nextval('ingest_ids')), 32, '0')::uuid, 1, now(), now(), :body::bytea);
        """;

    /// <summary>Null when this machine has none.</summary>
    public static PgBench? Find(string connectionString, byte[] body)
    {
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').ToList();
        if (Directory.Exists("/usr/lib/postgresql"))
            directories.AddRange(Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")));
        var program = directories.Select(d => Path.Combine(d, "pgbench")).FirstOrDefault(File.Exists);
        return program is null ? null : new(program, connectionString, body);
    }

    public async Task<double> RunAsync(TimeSpan time)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script);
            return await RunAsync(script, time);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private async Task<double> RunAsync(string script, TimeSpan time)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        string[] arguments =
        [
            "--host",
            to.Host!,
            "--port",
            $"{to.Port}",
            "--username",
            to.Username!,
            "--client",
            $"{BenchOptions.PgBenchClients}",
            "--jobs",
            "2",
            "--time",
            $"{time.TotalSeconds:0}",
            "--protocol",
            "prepared",
            "--no-vacuum",
            "--define",
            $"body={Encoding.ASCII.GetString(body)}",
            "--file",
            script,
            to.Database!,
        ];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("tps = ", StringComparison.Ordinal));
        return line is not null
            ? double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench failed: {await errors}");
    }
}
