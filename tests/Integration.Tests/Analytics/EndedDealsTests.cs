namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Shares of deals that are won, and lost, by their age while others are open.</summary>
internal sealed class EndedDealsTests : ApiTest
{
    private const long Pipeline = 1;
    private const long Won = 142;
    private const long Lost = 143;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    /// <summary>The golden deals, ten of each, as fewer than ten of an age say nothing. Who ended is twelve days old.</summary>
    [Test]
    public async Task The_example_of_ten_deals()
    {
        var account = await UnconnectedAccountAsync();
        foreach (var (day, status) in new[] { (1, Lost), (2, Won), (2, Lost), (3, Won), (5, Lost), (6, Won), (9, Won) })
            await EndAsync(account, status, Now.AddDays(-12), Now.AddDays(day - 12));
        foreach (var day in new[] { 4, 8, 12 })
            await account.InsertLeadsAsync(Now.AddDays(-day), count: 10);

        var answer = await account.FiguresAsync("maturity");
        var (won, lost) = (answer.List("won"), answer.List("lost"));

        Assert.That(won.Select(day => day.Number("day")), Is.EqualTo(Enumerable.Range(0, 13)));
        Assert.That(
            won.Select(day => day.Decimal("share")),
            Is.EqualTo(new double?[] { 0, 0, 10, 20, 20, 20, 32, 32, 32, 50, 50, 50, 50 })
        );
        Assert.That(
            lost.Select(day => day.Decimal("share")),
            Is.EqualTo(new double?[] { 0, 10, 20, 20, 20, 32, 32, 32, 32, 32, 32, 32, 32 })
        );
        Assert.That((won[3].Decimal("lo"), won[3].Decimal("hi")), Is.EqualTo((13.3, 28.9)), "all are four days old");
        Assert.That(
            won.Concat(lost).All(day => day.Decimal("lo") <= day.Decimal("share") && day.Decimal("share") <= day.Decimal("hi"))
        );
    }

    [Test]
    public async Task A_deal_is_won_when_its_sale_was_closed_whatever_the_stage_says_so_far()
    {
        var account = await UnconnectedAccountAsync();
        await EndAsync(account, Won, Now.AddDays(-12), Now.AddDays(-2));
        await account.Service.ExecuteAsync(
            """
            INSERT INTO sales (user_account_id, id, lead_id, amocrm_deal_id, amocrm_pipeline_id, amocrm_status_id, status, closed_at, created_at, updated_at)
            SELECT user_account_id, gen_random_uuid(), id, amocrm_lead_id, 1, 142, 'paid', created_at + interval '4 days', now(), now()
            FROM leads WHERE user_account_id = $1
            """,
            account.Id
        );

        var won = (await account.FiguresAsync("maturity")).List("won");

        Assert.That(
            won.Select(day => day.Decimal("share")),
            Is.EqualTo(Enumerable.Range(0, 13).Select(day => day < 4 ? 0 : 100))
        );
    }

    [Test]
    public async Task A_reopened_deal_is_open_and_one_that_was_lost_again_is_lost_since_then()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(new { time_zone = "UTC" }), "A");
        for (var i = 0; i < 10; i++)
            await pipeline.LeadAsync(i < 5 ? "A@0 lost@60 A@120" : $"A@0 lost@60 A@120 lost@{3 * 24 * 60}");

        var answer = await pipeline.Account.FiguresAsync("maturity");

        Assert.That(
            answer.List("lost").Take(5).Select(day => day.Decimal("share")),
            Is.EqualTo(new double?[] { 0, 0, 0, 50, 50 })
        );
        Assert.That(answer.List("won").Take(5).Select(day => day.Decimal("share")), Is.All.Zero);
    }

    private static async Task EndAsync(TestAccount account, long status, DateTimeOffset created, DateTimeOffset ended)
    {
        await account.InsertLeadsAsync(created, count: 10);
        await account.Service.ExecuteAsync(
            """
            WITH ended AS (
              UPDATE leads SET current_pipeline_id = $2, current_status_id = $3
              WHERE user_account_id = $1 AND created_at = $4 AND current_status_id IS NULL
              RETURNING amocrm_lead_id)
            INSERT INTO lead_stage_reached (user_account_id, amocrm_lead_id, pipeline_id, status_id, first_entered_at, last_entered_at)
            SELECT $1, amocrm_lead_id, $2, $3, $4, $5 FROM ended
            """,
            account.Id,
            Pipeline,
            status,
            created,
            ended
        );
    }
}
