using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>The statistics against the same question asked in SQL by somebody who did not write them.</summary>
internal sealed class QualificationStatsOracleTests : ApiTest
{
    private const int Leads = 20_000;

    private const string Oracle = """
        SELECT coalesce(creative_id::text, 'unknown') AS creative, count(*),
               sum(CASE WHEN is_qualified THEN 1 ELSE 0 END),
               round(100.0 * sum(CASE WHEN is_qualified THEN 1 ELSE 0 END) / count(*))::bigint
        FROM leads
        WHERE user_account_id = $1 AND amocrm_lead_id IS NOT NULL AND is_deleted = false
          AND ($2::uuid IS NULL OR direction_id = $2::uuid)
          AND ($3::date IS NULL OR (created_at AT TIME ZONE 'Asia/Almaty')::date >= $3::date)
          AND ($4::date IS NULL OR (created_at AT TIME ZONE 'Asia/Almaty')::date <= $4::date)
        GROUP BY 1
        ORDER BY 2 DESC, coalesce(creative_id::text, 'unknown') COLLATE "C"
        """;

    [Test]
    public async Task They_agree_on_thousands_of_random_leads_with_every_filter()
    {
        await using var service = await Service.StartAsync(); // other tests read all of the shared one's tables
        var account = await TestAccount.OpenAsync(service, new { time_zone = "Asia/Almaty" }, connect: false);
        var directions = new[] { await account.DirectionAsync("А"), await account.DirectionAsync("Б") };
        List<Guid> creatives = [];
        for (var i = 0; i < 12; i++)
            creatives.Add(await account.CreativeAsync());
        await account.InsertRandomLeadsAsync(Leads, [.. creatives], directions);

        var compared = 0;
        foreach (Guid? direction in new Guid?[] { null, directions[0], directions[1] })
        foreach (
            var (from, to) in new[] { (null, null), ("2026-02-10", "2026-03-15"), ("2026-05-01", null), (null, "2026-01-31") }
        )
        {
            var answer = await account.GetAsync(
                "/api/amocrm/qualification-stats?"
                    + $"{(direction is null ? "" : $"directionId={direction}&")}{(from is null ? "" : $"from={from}&")}{(to is null ? "" : $"to={to}")}"
            );
            var expected = await service.RowsAsync(
                Oracle,
                account.Id,
                direction is { } given ? given : DBNull.Value,
                from is null ? DBNull.Value : DateOnly.Parse(from, null),
                to is null ? DBNull.Value : DateOnly.Parse(to, null)
            );

            Assert.That(
                answer
                    .List("stats")
                    .Select(row =>
                        (
                            row.Text("creative_id"),
                            row.Number("total_leads"),
                            row.Number("qualified_leads"),
                            row.Number("qualification_rate")
                        )
                    ),
                Is.EqualTo(expected.Select(row => ((string?)row[0], (long)row[1], (long)row[2], (long)row[3])))
            );
            compared += expected.Count;
        }

        Assert.That(compared, Is.GreaterThan(100), "there was something to compare");
    }
}
