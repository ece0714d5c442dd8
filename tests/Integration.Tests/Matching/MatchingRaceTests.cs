using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Matching;

/// <summary>Whoever links, erases or takes in a lead at the same time as another: one comes first, and neither is lost.</summary>
internal sealed class MatchingRaceTests : MatchTest
{
    [Test]
    public async Task One_lead_is_not_given_to_two_deals()
    {
        var account = await SellerAsync();
        var leads = new[] { await KeptAsync(account), await KeptAsync(account) };
        await account.DeliverAsync([.. Enumerable.Range(0, 2).Select(_ => LeadForm.Status(Deal(account, Phone)))]);
        IReadOnlyList<JsonElement> matches = [];
        await TestAccount.UntilAsync(
            async () => (matches = await account.ItemsAsync("/api/lead-matches")).Count == 2,
            () => $"{matches.Count} matches"
        );

        var answers = await WhileHeldAsync(
            leads[0],
            [.. matches.Select(m => (Func<Task<HttpResponseMessage>>)(() => DecideAsync(account, m, leads[0])))]
        );

        Assert.That(answers.Select(a => a.StatusCode), Is.EquivalentTo([HttpStatusCode.OK, HttpStatusCode.Conflict]));
        Assert.That((await account.LeadByIdAsync(leads[1])).IsNull("amocrm_lead_id"), Is.True);
    }

    [Test]
    public async Task One_deal_is_not_given_to_two_leads()
    {
        var account = await SellerAsync();
        var leads = new[] { await KeptAsync(account), await KeptAsync(account) };
        var deal = Deal(account, Phone);
        await account.DeliverAsync(LeadForm.Status(deal));
        IReadOnlyList<JsonElement> matches = [];
        await TestAccount.UntilAsync(
            async () => (matches = await account.ItemsAsync("/api/lead-matches")).Count == 1,
            () => "no match"
        );

        var answers = await WhileHeldAsync(
            leads[0],
            [
                .. leads.Select(l => (Func<Task<HttpResponseMessage>>)(() => DecideAsync(account, matches[0], l))),
                () =>
                    account.SendAsync(
                        HttpMethod.Post,
                        "/api/leads",
                        new
                        {
                            source_type = "website",
                            phone = Phone,
                            amocrm_lead_id = deal.Id,
                        }
                    ),
            ]
        );

        Assert.That(
            answers.Count(a => a.IsSuccessStatusCode),
            Is.EqualTo(1),
            string.Join(' ', answers.Select(a => a.StatusCode))
        );
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(2));
        Assert.That((await account.ItemsAsync("/api/leads")).Count(l => l.Number("amocrm_lead_id") == deal.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task A_lead_that_is_erased_while_it_is_linked_keeps_the_deal_and_no_payload()
    {
        var account = await SellerAsync();
        var leads = new[] { await KeptAsync(account), await KeptAsync(account) };
        await account.DeliverAsync(LeadForm.Status(Deal(account, Phone)));
        IReadOnlyList<JsonElement> matches = [];
        await TestAccount.UntilAsync(
            async () => (matches = await account.ItemsAsync("/api/lead-matches")).Count == 1,
            () => "no match"
        );

        var answers = await WhileHeldAsync(
            leads[0],
            [() => DecideAsync(account, matches[0], leads[0]), () => account.Client.DeleteAsync($"/api/leads/{leads[0].Id()}")]
        );

        Assert.That(answers[1].StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        var history = await account.HistoryAsync(leads[0]);
        Assert.That(history, Has.Count.EqualTo(answers[0].IsSuccessStatusCode ? 1 : 0));
        Assert.That(history.Select(h => h.IsNull("webhook_data")), Is.All.True);
        Assert.That((await account.LeadByIdAsync(leads[0])).IsNull("phone"), Is.True);
    }

    [Test]
    public async Task A_deal_heard_of_while_its_lead_comes_in_finds_it()
    {
        const int Rounds = 12;
        var accounts = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(_ => SellerAsync()));

        var leads = await Task.WhenAll(
            accounts.Select(async account =>
            {
                var deal = LeadForm.Status(Deal(account, Phone));
                var lead = KeptAsync(account);
                await account.PostFormAsync(deal);
                return (account, await lead);
            })
        );

        foreach (var (account, lead) in leads)
            await TestAccount.UntilAsync(
                async () => !(await account.LeadByIdAsync(lead)).IsNull("amocrm_lead_id"),
                () => "they missed each other"
            );
    }

    /// <summary>Lets all of them come as far as the lead before any goes on.</summary>
    private static async Task<IReadOnlyList<HttpResponseMessage>> WhileHeldAsync(
        JsonElement lead,
        params Func<Task<HttpResponseMessage>>[] start
    )
    {
        Task<HttpResponseMessage>[] calls;
        await using var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("SELECT 1 FROM leads WHERE id = $1 FOR UPDATE", connection, transaction)
            {
                Parameters = { new() { Value = lead.Id() } },
            };
            await hold.ExecuteNonQueryAsync();
            calls = [.. start.Select(call => call())];
            await TestAccount.UntilAsync(
                async () => await WaitingAsync(connection.ProcessID) || Array.TrueForAll(calls, c => c.IsCompleted),
                () => "nobody waits"
            );
        }

        return await Task.WhenAll(calls);
    }

    private static Task<HttpResponseMessage> DecideAsync(TestAccount account, JsonElement match, JsonElement lead) =>
        account.SendAsync(HttpMethod.Post, $"/api/lead-matches/{match.Id()}", new { lead_id = lead.Id() });

    private static Task<bool> WaitingAsync(int holder) =>
        Service.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid)))",
            holder
        );
}
