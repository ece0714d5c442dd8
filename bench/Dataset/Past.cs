using System.Diagnostics;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Inbox;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Bench.Dataset;

/// <summary>Progress of the leads of a past: SQL over the lead's number <c>i</c>, and over <c>step</c>, counted from 1.</summary>
internal sealed record StagePaths(string Steps, string Status)
{
    /// <summary>Two or three steps, all the same way.</summary>
    public static readonly StagePaths Short = new("2 + i % 2", "40000 + step");

    /// <summary>Ten steps on average, each to one of two stages; a fifth is won at the end, two fifths are lost.</summary>
    public static readonly StagePaths Long = new(
        "9 + i % 3",
        "CASE WHEN step < bench_steps(i) OR i / 10 % 5 > 2 THEN 40000 + 2 * step - (i >> step) % 2 WHEN i / 10 % 5 = 0 THEN 142 ELSE 143 END"
    );
}

/// <summary>A million leads that were here before, with their deals, histories and stages reached.</summary>
internal static class Past
{
    private const string Accounts = "INSERT INTO bench_accounts SELECT * FROM unnest($1, $2, $3)";
    private const string Pure = "IMMUTABLE PARALLEL SAFE LANGUAGE sql";
    private const string Tables = "ARRAY['leads', 'lead_stage_reached', 'amocrm_lead_status_history']::regclass[]";

    public static async Task CreateAsync(
        BenchDatabase database,
        IReadOnlyList<BenchAccount> accounts,
        int leads,
        StagePaths paths
    )
    {
        var clock = Stopwatch.StartNew();
        await database.ExecuteAsync(BenchDatabase.Script("prepare.sql"));
        await database.ExecuteAsync(
            Accounts,
            Enumerable.Range(0, accounts.Count).ToList().Column(n => n),
            accounts.Column(a => a.Id),
            accounts.Column(a => Shards.From(new UserAccountId(a.Id)))
        );
        await database.ExecuteAsync($"CREATE FUNCTION bench_size() RETURNS int {Pure} RETURN {leads}");
        await database.ExecuteAsync($"CREATE FUNCTION bench_steps(i int) RETURNS int {Pure} RETURN {paths.Steps}");
        await database.ExecuteAsync($"CREATE FUNCTION bench_status(i int, step int) RETURNS bigint {Pure} RETURN {paths.Status}");
        await database.ExecuteAsync($"CALL bench_put_aside({Tables})");
        await database.ExecuteAsync(BenchDatabase.Script("leads.sql"));
        await database.ExecuteAsync("CALL bench_put_back()");
        foreach (
            var table in (string[])["leads", "lead_stage_reached", "amocrm_lead_status_history", "amocrm_deals", "bench_leads"]
        )
            await database.ExecuteAsync($"VACUUM (ANALYZE) {table}");
        Console.WriteLine($"    {leads:N0} leads made in {clock.Elapsed.TotalSeconds:0} s");
    }
}
