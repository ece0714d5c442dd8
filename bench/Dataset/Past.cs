using System.Diagnostics;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Persistence;
using AmoCrmQualification.Infrastructure.Webhooks;

namespace AmoCrmQualification.Bench.Dataset;

/// <summary>A million leads that were here before, with their deals, histories and stages reached.</summary>
internal static class Past
{
    private const string Accounts = "INSERT INTO bench_accounts SELECT * FROM unnest($1, $2, $3)";
    private const string Tables = "ARRAY['leads', 'lead_stage_reached', 'amocrm_lead_status_history']::regclass[]";

    public static async Task CreateAsync(BenchDatabase database, IReadOnlyList<BenchAccount> accounts, int leads)
    {
        var clock = Stopwatch.StartNew();
        await database.ExecuteAsync(BenchDatabase.Script("prepare.sql"));
        await database.ExecuteAsync(
            Accounts,
            Enumerable.Range(0, accounts.Count).ToList().Column(n => n),
            accounts.Column(a => a.Id),
            accounts.Column(a => Shards.Of(new UserAccountId(a.Id)))
        );
        await database.ExecuteAsync(
            $"CREATE FUNCTION bench_size() RETURNS int IMMUTABLE PARALLEL SAFE LANGUAGE sql RETURN {leads}"
        );
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
