using System.Globalization;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>Metrics are of the whole service, which other tests use meanwhile: counters are compared with what they were.</summary>
internal sealed class MetricsTests : ApiTest
{
    [Test]
    public async Task Only_the_operator_reads_the_metrics()
    {
        var account = await UnconnectedAccountAsync();
        using var nobody = Service.Client(key: null);

        await ProblemAsync(await nobody.GetAsync("/metrics"), HttpStatusCode.Unauthorized, "unauthorized");
        await ProblemAsync(await account.Client.GetAsync("/metrics"), HttpStatusCode.Forbidden, "forbidden");
        using var answer = await Admin.GetAsync("/metrics");
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Does.StartWith("text/plain; version=0.0.4"));
    }

    [Test]
    public async Task They_are_open_where_the_operator_says_so()
    {
        await using var service = await Service.StartAsync(("Metrics:Public", "true"));
        using var nobody = service.Client(key: null);

        Assert.That(await nobody.MetricsAsync(), Does.Contain("qualification_inbox_depth 0\n"));
        // Other spellings of the path are not what a proxy keeps from the world.
        foreach (var path in new[] { "/Metrics", "/METRICS", "/metrics/" })
            await ProblemAsync(await nobody.GetAsync(path), HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_delivery_and_the_calls_it_caused_are_counted()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая");
        var deal = account.Crm.Leads.Create(new Sandbox.World.NewLead { At = LeadForm.T0, Price = 5 });
        await account.LinkedLeadAsync(deal.Id);
        const string Processed = "qualification_deliveries_total{state=\"processed\"}";
        const string LookUps = "qualification_amocrm_calls_total{method=\"GET\",route=\"/api/v4/leads\",status=\"200\"}";
        var before = await ReadAsync();

        await account.DeliverAsync(LeadForm.Status(account.Crm.Leads.Win(deal.Id, price: 7, at: LeadForm.T0 + 5)));
        await account.SaleAsync();

        var after = await ReadAsync();
        Assert.Multiple(() =>
        {
            Assert.That(after[Processed], Is.GreaterThan(before.GetValueOrDefault(Processed)));
            Assert.That(after[LookUps], Is.GreaterThan(before.GetValueOrDefault(LookUps)));
            Assert.That(after["qualification_delivery_lag_seconds_count"], Is.GreaterThan(0));
            Assert.That(after["qualification_processing_duration_seconds_bucket{le=\"+Inf\"}"], Is.GreaterThan(0));
            Assert.That(after["qualification_amocrm_pace_wait_seconds_count"], Is.GreaterThan(0));
            Assert.That(after.Keys, Has.Some.StartsWith("qualification_outbox_depth{kind=\"close_deal\"}"));
            Assert.That(after.Keys, Has.None.Contains(account.Crm.Host));
        });
    }

    [Test]
    public async Task Every_line_is_one_that_Prometheus_reads()
    {
        var lines = (await Admin.GetStringAsync("/metrics")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(
            lines,
            Has.All.Matches(
                @"^(# (HELP|TYPE) [a-z_][a-z0-9_]* .*|[a-z_][a-z0-9_]*(\{([a-zA-Z_][a-zA-Z0-9_]*=""([^""\\]|\\.)*"",?)*\})? [-+]?([0-9.eE+-]+|Inf|NaN))$"
            )
        );
    }

    [Test]
    public async Task Deliveries_that_failed_for_good_are_seen()
    {
        var account = await AccountAsync();
        await account.DeliverAsync(LeadForm.Status(7, 1, 2, LeadForm.T0));

        await Service.ExecuteAsync(
            """
            INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body, is_dead)
            VALUES ($1, gen_random_uuid(), 0, now(), now(), '', true)
            """,
            account.Id
        );

        await TestAccount.UntilAsync(
            async () => (await ReadAsync())["qualification_inbox_dead"] >= 1,
            () => "The dead delivery is not counted."
        );
    }

    private async Task<Dictionary<string, double>> ReadAsync()
    {
        var text = await Admin.MetricsAsync();
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            // Several services of this process tell of themselves under one name.
            .GroupBy(line => line[..line.LastIndexOf(' ')])
            .ToDictionary(
                series => series.Key,
                series => series.Max(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))
            );
    }
}
