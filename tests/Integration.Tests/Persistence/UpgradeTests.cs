using AmoCrmQualification.Infrastructure.Persistence.Migrations;
using AmoCrmQualification.Integration.Tests.Analytics;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>What was there before a migration is as if it had been written after it.</summary>
internal sealed class UpgradeTests
{
    private Service _service = null!;

    [SetUp]
    public async Task StartAsync() => _service = await Service.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task Leads_get_the_stages_they_reached_and_were_lost_from()
    {
        var pipeline = await FigurePipeline.OpenAsync(await TestAccount.OpenAsync(_service, details: null), "A", "B", "C");
        string[] paths =
        [
            "",
            "A@0",
            "A@0 B@10 lost@20",
            "A@0 B@10 A@15 lost@20",
            "A@0 B@0 lost@5",
            "A@0 lost@10 C@20",
            "A@0 won@10 lost@20",
            "lost@0",
            "77/5@0 lost@10",
            "A@0 77/142@5 77/143@6",
        ];
        foreach (var way in paths)
            await pipeline.LeadAsync(way);
        var written = await LeadsAsync();

        await _service.ExecuteAsync("UPDATE leads SET stages_reached = NULL, lost_from_status_id = NULL");
        foreach (var fill in new StagesReachedOfLeads().UpOperations.OfType<SqlOperation>())
            await _service.ExecuteAsync(fill.Sql);

        Assert.That(written.Count(lead => lead.Contains("lost from", StringComparison.Ordinal)), Is.EqualTo(5));
        Assert.That(await LeadsAsync(), Is.EqualTo(written));
    }

    private async Task<IReadOnlyList<string>> LeadsAsync() =>
        [
            .. (
                await _service.RowsAsync(
                    "SELECT concat_ws(' ', amocrm_lead_id, stages_reached, 'lost from ' || lost_from_status_id) FROM leads ORDER BY amocrm_lead_id"
                )
            ).Select(row => (string)row[0]),
        ];
}
