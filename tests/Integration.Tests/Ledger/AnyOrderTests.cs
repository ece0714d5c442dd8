using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Ledger;

/// <summary>The same reports delivered in two ways, to two accounts, end in the same rows.</summary>
internal sealed class AnyOrderTests : ApiTest
{
    // By deal, without ids of ours and times of receipt. What a reversed sale amounted to is what was known when it was reopened: amoCRM's word, if it had been asked by then.
    private static readonly string[] Rows =
    [
        "SELECT concat_ws(' ', 'lead', amocrm_lead_id, current_pipeline_id, current_status_id, is_qualified, first_qualified_at, is_deleted, stages_reached, lost_from_status_id) FROM leads",
        """
            SELECT concat_ws(' ', 'step', amocrm_lead_id, changed_at, order_in_second, 'from', coalesce(from_pipeline_id::text, '?'),
              coalesce(from_status_id::text, '?'), 'to', to_pipeline_id, to_status_id, origin_status_id, source, first_source, lead_id IS NOT NULL)
            FROM amocrm_lead_status_history
            """,
        "SELECT concat_ws(' ', 'seen', amocrm_lead_id, changed_at, to_pipeline_id, to_status_id) FROM amocrm_stage_sightings",
        """
            SELECT concat_ws(' ', 'reached', amocrm_lead_id, pipeline_id, status_id, first_entered_at, last_entered_at)
            FROM lead_stage_reached
            """,
        "SELECT concat_ws(' ', 'deal', amocrm_lead_id, price, price_changed_at, visit_stages, visit_starts) FROM amocrm_deals",
        """
            SELECT concat_ws(' ', 'sale', amocrm_deal_id, amocrm_pipeline_id, amocrm_status_id, client_phone, status, currency, loss_reason, closed_at,
              CASE WHEN status <> 'reversed' THEN amount END) FROM sales
            """,
    ];

    [Test]
    public async Task The_same_reports_end_in_the_same_rows_whatever_the_order_repetition_and_bodies([Range(1, 15)] int seed)
    {
        var lives = new RandomLives(seed);
        var reports = lives.Reports();
        var (one, other) = (await FlaggedAccountAsync(), await FlaggedAccountAsync());

        await LiveAsync(one, lives.Bodies(reports), leadsFirst: true);
        await LiveAsync(other, lives.Bodies(reports), leadsFirst: false);

        Assert.That(await RowsAsync(other), Is.EqualTo(await RowsAsync(one)).AsCollection, $"seed {seed}");
    }

    /// <summary>Half of the leads come in first or last, the others in the middle of it.</summary>
    private static async Task LiveAsync(TestAccount account, IReadOnlyList<string> bodies, bool leadsFirst)
    {
        var deals = Enumerable.Range(RandomLives.FirstDeal, RandomLives.Deals).ToList();
        var early = leadsFirst ? deals.Take(4) : deals.Skip(6);
        foreach (var deal in early)
            await account.LinkedLeadAsync(deal);

        var half = bodies.Count / 2;
        await Task.WhenAll(bodies.Take(half).Select(account.PostFormAsync));
        await Task.WhenAll(deals.Except(early).Select(deal => account.LinkedLeadAsync(deal)));
        foreach (var body in bodies.Skip(half))
            await account.PostFormAsync(body);
        await account.SettleAsync();
    }

    /// <summary>Two stages count as qualified.</summary>
    private async Task<TestAccount> FlaggedAccountAsync()
    {
        var account = await UnconnectedAccountAsync();
        await using var database = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = database.CreateCommand(
            """
            INSERT INTO amocrm_pipeline_stages (user_account_id, id, pipeline_id, status_id, pipeline_name, pipeline_sort, status_name,
              status_color, sort_order, status_type, is_qualified_stage, is_archived, created_at, updated_at)
            SELECT $1, gen_random_uuid(), p, s, '', 0, '', '', 0, 0, true, false, now(), now() FROM (VALUES (11, 22), (12, 142)) AS stage (p, s)
            """
        );
        command.Parameters.Add(new() { Value = account.Id });
        await command.ExecuteNonQueryAsync();
        return account;
    }

    private static async Task<List<string>> RowsAsync(TestAccount account)
    {
        await using var database = NpgsqlDataSource.Create(Service.ConnectionString);
        await TestAccount.UntilAsync(
            async () => (await LinesAsync(database, "SELECT subject FROM outbox", account.Id)).Count == 0,
            () => "sales are still to be written"
        );
        var rows = new List<string>();
        foreach (var sql in Rows)
            rows.AddRange((await LinesAsync(database, sql, account.Id)).Order(StringComparer.Ordinal));
        return rows;
    }

    private static async Task<List<string>> LinesAsync(NpgsqlDataSource database, string sql, Guid account)
    {
        await using var command = database.CreateCommand(sql + " WHERE user_account_id = $1");
        command.Parameters.Add(new() { Value = account });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
