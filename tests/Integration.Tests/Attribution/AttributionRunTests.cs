using System.Net;
using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Integration.Tests.Analytics;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Attribution;

/// <summary>Applying settings to all leads of an account.</summary>
internal sealed class AttributionRunTests : AdoptionTest
{
    private const int PageSize = 5000;

    private static readonly object s_fieldIsCreative = new { fields = new[] { new { field_id = 9, meaning = "creative" } } };
    private static readonly object s_nothing = new { fields = Array.Empty<object>() };

    private static readonly string[] s_reports =
    [
        "/api/amocrm/qualification-stats?",
        "/api/analytics/creatives?mode=current",
        "/api/analytics/summary?",
        "/api/analytics/trends?interval=week",
        "/api/attribution/unmatched?",
    ];

    [Test]
    public async Task Over_several_pages_it_ends_in_what_preview_said_of_each_lead()
    {
        var account = await AdoptingAsync();
        await CreativeAsync(account, "Кухня", ["1234567"]);
        await CreativeAsync(account, "Ванная", marks: [new { code = "utm_content", value = "video_3" }]);
        await InsertAsync(account, (2 * PageSize) + 7);

        var said = await CompareAsync(account);
        var preview = await PostAsync(account, "/preview", HttpStatusCode.OK, s_fieldIsCreative);
        var run = await ApplyAsync(account, s_fieldIsCreative);

        var rows = await account.Service.RowsAsync(
            "SELECT id, creative_id, coalesce(attribution_rule, 'none'), attribution_ad_id, attribution_value FROM leads WHERE user_account_id = $1 ORDER BY id",
            account.Id
        );
        Assert.That(rows.Select(row => string.Join(' ', row)), Is.EqualTo(said.Select(Row)));
        Assert.Multiple(() =>
        {
            Assert.That(said, Has.Count.EqualTo((2 * PageSize) + 7));
            Assert.That(said.Select(d => d.After.Rule).Distinct().Count(), Is.EqualTo(5), "every rule is there");
            Assert.That(run.Number("changed"), Is.EqualTo(said.Count(d => d.IsChange)));
            Assert.That(preview.Number("attributed_after"), Is.EqualTo(said.Count(d => d.After.Creative is not null)));
        });
    }

    [Test]
    public async Task Changed_and_changed_back_leaves_every_report_as_it_was_to_the_byte()
    {
        var account = await AdoptingAsync();
        await CreativeAsync(account, "Кухня", ["1234567"]);
        await CreativeAsync(account, "Ванная", marks: [new { code = "utm_content", value = "video_3" }]);
        await InsertAsync(account, 60);
        await ApplyAsync(account, s_nothing);
        var before = await ReportsAsync(account);

        await ApplyAsync(account, s_fieldIsCreative);
        var changed = await ReportsAsync(account);
        await ApplyAsync(account, s_nothing);

        Assert.That(changed, Is.Not.EqualTo(before));
        Assert.That(await ReportsAsync(account), Is.EqualTo(before));
    }

    private static string Row(LeadDecision decision) =>
        string.Join(
            ' ',
            decision.Lead.Value,
            decision.After.Creative?.Value,
            decision.After.Rule,
            decision.After.AdId,
            decision.After.Evidence?.Value
        );

    /// <summary>Preview's own decisions, lead by lead.</summary>
    private static async Task<List<LeadDecision>> CompareAsync(TestAccount account)
    {
        await using var scope = account.Service.Services.CreateAsyncScope();
        var attribution = scope.ServiceProvider.GetRequiredService<ILeadAttribution>();
        var db = scope.ServiceProvider.GetRequiredService<IAppDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        MappedField[] fields = [new("field:9", MappedField.Creative)];
        var decisions = new List<LeadDecision>();
        IReadOnlyList<LeadDecision> page;
        do
        {
            LeadId? last = decisions.Count == 0 ? null : decisions[^1].Lead;
            page = await attribution.CompareAsync(new UserAccountId(account.Id), last, 700, fields, CancellationToken.None);
            decisions.AddRange(page);
        } while (page.Count == 700);

        return decisions;
    }

    /// <summary>Leads of deals with marks of every kind, straight into the tables.</summary>
    private static Task InsertAsync(TestAccount account, int count) =>
        account.Service.ExecuteAsync(
            """
            WITH made AS (
              INSERT INTO leads (user_account_id, id, source_type, amocrm_lead_id, amocrm_push, is_qualified, is_deleted, created_at, updated_at)
              SELECT $1, gen_random_uuid(), 'crm', n, 'not_needed', false, false, timestamptz '2026-03-02' + n * interval '1 min', now()
              FROM generate_series(1, $2) n)
            INSERT INTO lead_marks (user_account_id, amocrm_lead_id, code, source, field, value, seen_at, position)
            SELECT $1, n, m.code, 'webhook', m.field, m.value, timestamptz '2026-03-02' + n * interval '1 min', 0
            FROM generate_series(1, $2) n
            CROSS JOIN LATERAL (VALUES
              ('utm_content', 'tracking', (ARRAY['1234567', 'video_3', 'a|1234567|b', '12345678', '{{ad.id}}'])[1 + n % 5]),
              ('field:9', 'custom', (ARRAY['кухня', 'Коридор', 'КУХНЯ'])[1 + n % 3])) m (code, field, value)
            WHERE m.code = 'utm_content' OR n % 2 = 0
            """,
            account.Id,
            count
        );

    private static async Task<IReadOnlyList<string>> ReportsAsync(TestAccount account)
    {
        var reports = new List<string>();
        foreach (var report in s_reports)
            reports.Add((await account.GetAsync($"{report}&from=2026-03-01&to=2026-03-31")).Timeless());
        return reports;
    }

    private static async Task<JsonElement> PostAsync(TestAccount account, string path, HttpStatusCode expected, object body) =>
        await JsonAsync(
            await account.Client.PostAsJsonAsync($"/api/user-accounts/{account.Id}/attribution{path}", body),
            expected
        );

    private static async Task<JsonElement> ApplyAsync(TestAccount account, object body) =>
        await account.EndedAsync((await PostAsync(account, "/apply", HttpStatusCode.Accepted, body)).Id("run_id"));
}
