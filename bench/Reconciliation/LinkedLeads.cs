using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Infrastructure.Persistence;
using AmoCrmQualification.Sandbox.World;
using Npgsql;

namespace AmoCrmQualification.Bench.Reconciliation;

/// <summary>A lead for each deal of the simulated amoCRM, of which nothing but its number is known at first.</summary>
internal sealed class LinkedLeads(BenchDatabase database, SimulatedCrm crm, IReadOnlyList<BenchAccount> accounts)
{
    private const string Insert = """
        INSERT INTO leads (user_account_id, id, source_type, name, phone, phone_e164, amocrm_lead_id, amocrm_push, is_qualified, is_deleted,
                           created_at, updated_at)
        SELECT account, gen_random_uuid(), 'website', 'Client ' || deal, '8 900 ' || deal % 10000000, '+7900' || lpad((deal % 10000000)::text, 7, '0'),
               deal, 'not_needed', false, false, to_timestamp(created_at), to_timestamp(created_at)
        FROM unnest($1, $2, $3) AS deals (account, deal, created_at)
        """;

    private const string Wrong = """
        SELECT count(*)
        FROM unnest($1, $2, $3, $4) AS deals (account, deal, pipeline, status)
        LEFT JOIN leads l ON l.user_account_id = account AND l.amocrm_lead_id = deal
        WHERE (l.current_pipeline_id, l.current_status_id) IS DISTINCT FROM (pipeline, status) OR l.is_deleted
        """;

    public async Task CreateAsync()
    {
        var deals = Deals();
        await database.ExecuteAsync(Insert, [.. Keys(deals), deals.Column(d => d.Deal.CreatedAt)]);
        await database.ExecuteAsync("VACUUM (ANALYZE) leads");
    }

    /// <summary>Number of leads that are not in the stage of their deal.</summary>
    public Task<long> WrongAsync()
    {
        var deals = Deals();
        return database.ScalarAsync<long>(
            Wrong,
            [.. Keys(deals), deals.Column(d => d.Deal.PipelineId), deals.Column(d => d.Deal.StatusId)]
        );
    }

    private static NpgsqlParameter[] Keys(List<(Guid Account, CrmLead Deal)> deals) =>
        [deals.Column(d => d.Account), deals.Column(d => d.Deal.Id)];

    private List<(Guid Account, CrmLead Deal)> Deals() =>
        [.. crm.Accounts.Zip(accounts).SelectMany(pair => pair.First.Leads.All.Select(deal => (pair.Second.Id, deal)))];
}
