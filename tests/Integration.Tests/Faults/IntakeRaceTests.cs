namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>Whoever links a lead and whoever writes its deal's history hold the deal; neither sees a half of the other.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class IntakeRaceTests : FaultTest
{
    private const string SomebodyIsHeld =
        $"EXISTS (SELECT 1 FROM {FaultDatabase.Locks} WHERE locktype = 'advisory' AND classid = 0 AND objid = 99 AND NOT granted)";

    // The second transaction waits for the first to end. Were there no lock, it would be through instead.
    private const string TheOtherWaits =
        $"EXISTS (SELECT 1 FROM {FaultDatabase.Locks} WHERE locktype IN ('transactionid', 'tuple') AND NOT granted)";

    private const string LeadsThatStandElsewhere = """
        SELECT count(*) FROM leads l
        LEFT JOIN LATERAL (
          SELECT to_pipeline_id, to_status_id, lead_id FROM amocrm_lead_status_history h
          WHERE h.user_account_id = l.user_account_id AND h.amocrm_lead_id = l.amocrm_lead_id
          ORDER BY date_trunc('second', changed_at) DESC, order_in_second DESC LIMIT 1) AS last ON true
        WHERE (l.current_pipeline_id, l.current_status_id, l.id) IS DISTINCT FROM (last.to_pipeline_id, last.to_status_id, last.lead_id)
        """;

    [TestCase("leads", TestName = "A_webhook_that_comes_while_its_lead_is_taken_in_waits_for_it")]
    [TestCase("amocrm_lead_status_history", TestName = "A_lead_that_is_taken_in_while_its_webhook_is_processed_waits_for_it")]
    public async Task The_second_waits_for_the_first(string heldAt)
    {
        var (database, service, account) = await StartAsync();
        using var client = service.Client(Service.AdminKey);
        await account.DeliverAsync(client, LeadForm.Status(7, 11, 21, LeadForm.T0 - 60)); // so that the deal is there to be locked
        await database.UntilAsync("EXISTS (SELECT 1 FROM webhook_deliveries)");
        await HoldUpAsync(database, heldAt);
        var intakeFirst = heldAt == "leads";

        Task intake = Task.CompletedTask;
        await using (await database.HoldAsync("SELECT pg_advisory_xact_lock(99)"))
        {
            if (intakeFirst)
                intake = account.IntakeAsync(client, deal: 7);
            else
                await account.DeliverAsync(client, LeadForm.Status(7, 11, 22, LeadForm.T0));
            await database.UntilAsync(SomebodyIsHeld);

            if (intakeFirst)
                await account.DeliverAsync(client, LeadForm.Status(7, 11, 22, LeadForm.T0));
            else
                intake = account.IntakeAsync(client, deal: 7);
            await database.UntilAsync(
                $"{TheOtherWaits} OR EXISTS (SELECT 1 FROM leads) OR NOT EXISTS (SELECT 1 FROM webhook_inbox)"
            );
        }

        await intake;
        await database.UntilDoneAsync();
        await AssertEveryLeadStandsWhereItsHistoryEndsAsync(database, leads: 1);
    }

    [Test]
    public async Task Whoever_comes_first_a_lead_stands_where_its_history_ends()
    {
        const int Rounds = 200;
        var (database, service, account) = await StartAsync();
        using var client = service.Client(Service.AdminKey);

        await Parallel.ForEachAsync(
            Enumerable.Range(1, Rounds),
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (deal, token) =>
                await Task.WhenAll(
                    account.DeliverAsync(client, LeadForm.Status(deal, 11, 23, LeadForm.T0 + 2, oldStatus: 22), token),
                    account.IntakeAsync(client, deal),
                    account.DeliverAsync(client, LeadForm.Status(deal, 11, 22, LeadForm.T0), token)
                )
        );

        await database.UntilDoneAsync();
        await AssertEveryLeadStandsWhereItsHistoryEndsAsync(database, Rounds);
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM leads WHERE current_status_id = 23"), Is.EqualTo(Rounds));
    }

    private async Task<(FaultDatabase Database, ServiceProcess Service, FaultAccount Account)> StartAsync()
    {
        var database = await DatabaseAsync();
        var service = await ServiceAsync(database.ConnectionString);
        return (database, service, (await AccountsAsync(service, 1))[0]);
    }

    private static async Task AssertEveryLeadStandsWhereItsHistoryEndsAsync(FaultDatabase database, int leads)
    {
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM leads"), Is.EqualTo(leads));
        Assert.That(await database.OneAsync<long>(LeadsThatStandElsewhere), Is.Zero);
    }

    /// <summary>Whoever writes this table first waits for the lock 99, in the middle of its transaction.</summary>
    private static Task HoldUpAsync(FaultDatabase database, string table) =>
        database.DoAsync(
            $"""
            CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN PERFORM pg_advisory_xact_lock(99); RETURN NEW; END $$;
            CREATE TRIGGER slow BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION wait();
            """
        );
}
