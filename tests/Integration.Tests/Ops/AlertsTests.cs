using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Sandbox.World;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Ops;

internal sealed class AlertsTests : ApiTest
{
    [Test]
    public async Task An_account_in_order_has_none()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая");
        await account.SyncAsync();
        await account.DeliverAsync(LeadForm.Status(1, 2, 3, LeadForm.T0));

        Assert.That(await KindsAsync(account), Is.Empty);
    }

    [Test]
    public async Task A_stage_that_came_later_waits_for_a_decision()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новая");
        await account.SyncAsync();
        var status = account.Crm.Pipelines.AddStage(pipeline.Id, new NewStage("Замер"));
        await account.SyncAsync();

        var alert = (await AlertsAsync(account)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(alert.Text("kind"), Is.EqualTo("new_stage"));
            Assert.That(alert.Text("message"), Does.Contain("Замер").And.Contain("Продажи"));
        });

        await account.FlagAsync(pipeline.Id, status.Id, isQualified: false); // "no" is a decision too
        Assert.That(await KindsAsync(account), Is.Empty);
    }

    [Test]
    public async Task A_token_that_amoCRM_refuses_is_told()
    {
        var account = await AccountAsync();
        Service.Amo.RevokeToken(account.Crm.LongLivedToken);
        using var refused = await account.Client.PostAsync(account.Url("/api/amocrm/sync-pipelines"), content: null);

        Assert.That(await KindsAsync(account), Is.EqualTo(["reauthorization_required"]));
    }

    [TestCase(6, true)]
    [TestCase(8, false)]
    public async Task A_token_that_ends_within_a_week_is_told(int days, bool isTold)
    {
        var account = await AccountAsync();
        await Service.ExecuteAsync(
            "UPDATE amocrm_connections SET access_token_expires_at = now() + $2 * interval '1 day' WHERE user_account_id = $1",
            account.Id,
            days
        );

        Assert.That(await KindsAsync(account), Is.EqualTo(isTold ? ["token_expiring"] : Array.Empty<string>()));
    }

    [Test]
    public async Task Dead_deliveries_are_told_with_their_number()
    {
        var account = await AccountAsync();
        for (var i = 0; i < 3; i++)
            await Service.ExecuteAsync(
                """
                INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body, is_dead)
                VALUES ($1, gen_random_uuid(), 0, now(), now(), '', true)
                """,
                account.Id
            );

        var alert = (await AlertsAsync(account)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(alert.Text("kind"), Is.EqualTo("dead_deliveries"));
            Assert.That(alert.Number("count"), Is.EqualTo(3));
        });
    }

    [TestCase(
        "UPDATE amocrm_hooks SET state = 'refused', broken_since = now(), last_error = '' WHERE user_account_id = $1",
        "webhook_broken"
    )]
    [TestCase("UPDATE amocrm_hooks SET state = 'repaired', broken_since = now() WHERE user_account_id = $1", null)]
    [TestCase(
        "UPDATE sync_runs SET state = 'failed', error = 'Why.', finished_at = now() WHERE user_account_id = $1",
        "run_failed"
    )]
    [TestCase(
        "INSERT INTO leads SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'amocrm_push', 'failed', 'amocrm_lead_id', null))).* FROM leads l WHERE user_account_id = $1",
        "push_failed"
    )]
    public async Task Work_at_amoCRM_that_does_not_succeed_is_told(string cause, string? kind)
    {
        var account = await AccountAsync();
        await account.LinkedLeadAsync(deal: 1);

        await Service.ExecuteAsync(cause, account.Id);

        Assert.That(await KindsAsync(account), Is.EqualTo(kind is null ? Array.Empty<string>() : [kind]));
    }

    // 60 deliveries an hour are usual: after 5 minutes none is nothing strange (λ = 5), after 10 it is (e^-10).
    [TestCase(60, 5, false)]
    [TestCase(60, 10, true)]
    // A quiet account may be silent for long.
    [TestCase(1, 120, false)]
    [TestCase(1, 600, true)]
    public async Task Silence_is_told_when_chance_does_not_explain_it(int usualPerHour, int silentMinutes, bool isTold)
    {
        var account = await AccountAsync();
        await PastAsync(account, usualPerHour, silentMinutes);

        await DetectAsync();

        Assert.That(await KindsAsync(account), Is.EqualTo(isTold ? ["silence"] : Array.Empty<string>()));
    }

    [Test]
    public async Task The_hour_of_the_week_counts()
    {
        // As busy as can be, but never at these hours of the week.
        var account = await AccountAsync();
        await PastAsync(account, usualPerHour: 500, silentMinutes: 60, neverAtThisHour: true);

        await DetectAsync();

        Assert.That(await KindsAsync(account), Is.Empty);
    }

    [TestCase("Mars/Olympus")]
    [TestCase("UTC+3")]
    [TestCase("")]
    public async Task Silence_is_told_whatever_time_zone_another_account_has(string zone)
    {
        var other = await AccountAsync();
        await PastAsync(other, usualPerHour: 100, silentMinutes: 90);
        await Service.ExecuteAsync("UPDATE user_accounts SET time_zone = $2 WHERE id = $1", other.Id, zone);
        var account = await AccountAsync();
        await PastAsync(account, usualPerHour: 100, silentMinutes: 90);

        await DetectAsync();

        Assert.That(await KindsAsync(account), Is.EqualTo(["silence"]));
        Assert.That(await KindsAsync(other), Is.EqualTo(["silence"]), "by the hours of UTC");
        Assert.That((await other.GetAsync("/api/analytics/trends?from=2026-09-01&to=2026-09-02")).List("points"), Is.Not.Empty);
    }

    [Test]
    public async Task An_account_that_speaks_again_is_cleared()
    {
        var account = await AccountAsync();
        await PastAsync(account, usualPerHour: 100, silentMinutes: 90);
        await DetectAsync();
        Assert.That(await KindsAsync(account), Is.EqualTo(["silence"]));

        await account.DeliverAsync(LeadForm.Status(1, 2, 3, LeadForm.T0));
        await DetectAsync();

        Assert.That(await KindsAsync(account), Is.Empty);
    }

    [Test]
    public async Task Deliveries_are_counted_by_the_hour_from_the_log()
    {
        await using var service = await Service.StartAsync();
        var account = await TestAccount.OpenAsync(service, details: null);
        await account.DeliverAsync(LeadForm.Status(1, 2, 3, LeadForm.T0));
        await account.DeliverAsync(LeadForm.Status(1, 2, 4, LeadForm.T0 + 5));
        // As if they had come an hour ago: ids are made of the time of arrival.
        await service.ExecuteAsync(
            """
            UPDATE webhook_deliveries SET received_at = received_at - interval '1 hour',
                id = overlay(id::text placing substr(lpad(to_hex((extract(epoch FROM received_at - interval '1 hour') * 1000)::bigint), 12, '0'), 1, 8) from 1 for 8)::uuid
            """
        );

        await DetectAsync(service);
        await DetectAsync(service); // counted twice is counted once

        Assert.That(
            await service.ScalarAsync<decimal>(
                "SELECT sum(deliveries) FROM delivery_hours WHERE user_account_id = $1",
                account.Id
            ),
            Is.EqualTo(2)
        );
    }

    /// <summary>Four weeks of the same number each hour, until so many minutes ago.</summary>
    // In one statement, as another test may let the service look at any moment.
    private static async Task PastAsync(TestAccount account, int usualPerHour, int silentMinutes, bool neverAtThisHour = false)
    {
        await Service.ExecuteAsync(
            """
            INSERT INTO delivery_hours (user_account_id, hour, deliveries)
            SELECT $1, h, $2 FROM generate_series(date_trunc('hour', now() - interval '28 days'), now() - $3 * interval '1 minute' - interval '1 hour', interval '1 hour') AS h
            WHERE NOT $4 OR extract(isodow FROM h) * 24 + extract(hour FROM h) NOT IN
              (SELECT extract(isodow FROM n) * 24 + extract(hour FROM n) FROM generate_series(now() - interval '3 hours', now(), interval '1 hour') AS n)
            """,
            account.Id,
            usualPerHour,
            silentMinutes,
            neverAtThisHour
        );
        await Service.ExecuteAsync(
            """
            INSERT INTO webhook_deliveries (user_account_id, id, received_at, state, attempts, events, raw_body)
            SELECT $1, (lpad(to_hex((extract(epoch FROM last) * 1000)::bigint), 12, '0') || '7000' || 'a000000000000000')::uuid, last, 'processed', 1, '[]', ''
            FROM (SELECT now() - $2 * interval '1 minute' AS last) AS t
            """,
            account.Id,
            silentMinutes
        );
    }

    private static async Task DetectAsync(Service? service = null)
    {
        await using var scope = (service ?? Service).Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new DetectWebhookOutagesCommand());
    }

    private static async Task<IReadOnlyList<JsonElement>> AlertsAsync(TestAccount account) =>
        await account.ItemsAsync("/api/alerts");

    private static async Task<IReadOnlyList<string?>> KindsAsync(TestAccount account) =>
        [.. (await AlertsAsync(account)).Select(alert => alert.Text("kind"))];
}
