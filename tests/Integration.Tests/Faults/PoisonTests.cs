using System.Globalization;

namespace AmoCrmQualification.Integration.Tests.Faults;

[Parallelizable(ParallelScope.Self)]
internal sealed class PoisonTests : FaultTest
{
    private const int Deliveries = 500;
    private const int Poison = 250;
    private const int MaxAttempts = 8;
    private const string Now = "SELECT extract(epoch FROM clock_timestamp())::float8";
    private const string Waiting = "FROM webhook_inbox WHERE NOT is_dead";

    [Test]
    public async Task One_poison_delivery_among_500_waits_and_dies_alone_and_a_replay_heals_it()
    {
        var database = await DatabaseAsync();
        var service = await ServiceAsync(database.ConnectionString);
        var account = (await AccountsAsync(service, 1))[0];
        using var client = service.Client(Service.AdminKey);
        await PoisonAsync(database);
        var asked = await database.OneAsync<double>(Now);

        await using (await database.HoldAsync(account.ShardLock)) // so that all are one batch
            await DeliverAsync(account, client, _ => null);

        await database.UntilAsync($"(SELECT count(*) FROM webhook_deliveries) = {Deliveries - 1}");
        for (var attempt = 1; attempt < MaxAttempts; attempt++)
        {
            await database.UntilAsync($"(SELECT attempts = {attempt} {Waiting})");
            var due = await database.OneAsync<double>($"SELECT extract(epoch FROM due_at)::float8 {Waiting}");
            var (seen, delay) = (await database.OneAsync<double>(Now), 5 * Math.Pow(2, attempt - 1));
            // It failed between being asked for and being seen, however long that took.
            Assert.That(due - asked, Is.GreaterThan(0.75 * delay), $"after attempt {attempt}");
            Assert.That(due - seen, Is.LessThan(1.25 * delay), $"after attempt {attempt}");
            asked = seen;
            // Unless it has been tried again by itself already: that took us longer than it waits.
            await database.DoAsync(
                $"UPDATE webhook_inbox SET due_at = now() WHERE attempts = {attempt}; SELECT pg_notify('webhook_inbox', '')"
            );
        }

        await database.UntilAsync("(SELECT is_dead FROM webhook_inbox)");
        var dead = (await DeadAsync(client, account)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(dead.GetProperty("attempts").GetInt32(), Is.EqualTo(MaxAttempts));
            Assert.That(dead.GetProperty("error").GetString(), Does.Contain("poison"));
        });

        await database.DoAsync("DROP TRIGGER poison ON amocrm_lead_status_history");
        var id = dead.GetProperty("id").GetGuid();
        using var replay = await client.PostAsJsonAsync($"/api/webhook-deliveries/{id}/replay", new { });
        Assert.That(replay.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        await database.UntilAsync("NOT EXISTS (SELECT 1 FROM webhook_inbox)");
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM amocrm_lead_status_history"), Is.EqualTo(Deliveries));
    }

    [Test]
    public async Task A_delivery_that_nothing_can_help_is_dead_at_once_and_its_neighbours_take_effect()
    {
        var database = await DatabaseAsync();
        var service = await ServiceAsync(database.ConnectionString);
        var account = (await AccountsAsync(service, 1))[0];
        using var client = service.Client(Service.AdminKey);
        var tooManyKeys = string.Join(
            '&',
            Enumerable.Range(0, 20_001).Select(i => string.Create(CultureInfo.InvariantCulture, $"k{i}=1"))
        );

        await using (await database.HoldAsync(account.ShardLock))
            await DeliverAsync(account, client, deal => deal == Poison ? tooManyKeys : null);
        await database.UntilDoneAsync();

        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM amocrm_lead_status_history"), Is.EqualTo(Deliveries - 1));
        var dead = (await DeadAsync(client, account)).Single();
        Assert.That(dead.GetProperty("attempts").GetInt32(), Is.EqualTo(1));
    }

    private static Task DeliverAsync(FaultAccount account, HttpClient client, Func<int, string?> instead) =>
        Parallel.ForEachAsync(
            Enumerable.Range(1, Deliveries),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (deal, token) =>
            {
                var form = instead(deal) ?? LeadForm.Status(deal, 11, 22, LeadForm.T0);
                await account.DeliverAsync(client, form, token);
            }
        );

    private static Task PoisonAsync(FaultDatabase database) =>
        database.DoAsync(
            $"""
            CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$;
            CREATE TRIGGER poison BEFORE INSERT ON amocrm_lead_status_history
              FOR EACH ROW WHEN (NEW.amocrm_lead_id = {Poison}) EXECUTE FUNCTION poison();
            """
        );

    private static async Task<List<JsonElement>> DeadAsync(HttpClient client, FaultAccount account)
    {
        var list = await client.GetFromJsonAsync<JsonElement>($"/api/webhook-deliveries?state=dead&userAccountId={account.Id}");
        return [.. list.GetProperty("items").EnumerateArray()];
    }
}
