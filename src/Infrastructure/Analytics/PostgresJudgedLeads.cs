using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresJudgedLeads(AnalyticsDatabase database, ICohortCounts counts) : IJudgedLeads
{
    // People with several leads in a creative are few: their leads come one by one, all others counted by day.
    private const string ByDay = """
        , judged AS (
          SELECT c.creative_id, c.phone_e164, c.created_at, c.qualified, width_bucket(c.created_at, $7) - 1 AS day,
            c.phone_e164 IS NOT NULL AND count(*) OVER (PARTITION BY c.creative_id, c.phone_e164) > 1 AS has_several
          FROM cohort c
          JOIN creatives k ON k.user_account_id = $1 AND k.id = c.creative_id AND k.direction_id IS NOT NULL)
        SELECT creative_id, day, NULL, NULL, count(*), count(*) FILTER (WHERE qualified)
        FROM judged WHERE NOT has_several GROUP BY creative_id, day
        UNION ALL
        SELECT creative_id, day, phone_e164, created_at, 1, CASE WHEN qualified THEN 1 ELSE 0 END
        FROM judged WHERE has_several
        """;

    public async Task<IReadOnlyList<JudgedCreative>> ByCreativeAsync(Cohort judged, CancellationToken cancellationToken)
    {
        var (first, _) = await counts.SpanAsync(judged, cancellationToken);
        if (first is null)
            return [];
        var days = Days(judged, first.Value);
        await using var command = database.Command(judged, ByDay, days.Column(day => Period.StartOf(day, judged.Zone)));
        var rows = await command.ListAsync(row => Row.From(row, days), cancellationToken);
        var horizon = TimeSpan.FromDays(judged.Days);
        return [.. rows.GroupBy(row => row.Creative).Select(own => new JudgedCreative(own.Key, Counted(own, horizon)))];
    }

    private static List<DateOnly> Days(Cohort judged, DateTimeOffset first)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(first, judged.Zone).Date);
        return [.. Enumerable.Range(0, judged.Last!.Value.DayNumber - day.DayNumber + 1).Select(day.AddDays)];
    }

    private static List<JudgedDay> Counted(IEnumerable<Row> rows, TimeSpan horizon) =>
        [
            .. rows.GroupBy(row => row.Phone)
                .SelectMany(own => own.Key is null ? own.Select(row => row.Count) : Persons(own, horizon))
                .GroupBy(count => count.Day)
                .OrderBy(day => day.Key)
                .Select(day => day.Aggregate((sum, count) => sum + count)),
        ];

    private static IEnumerable<JudgedDay> Persons(IEnumerable<Row> rows, TimeSpan horizon) =>
        JudgedLead
            .WithoutRepeats(
                rows.Select(row => new JudgedLead(row.CreatedAt!.Value, row.Count.Day, row.Count.Qualified > 0)),
                horizon
            )
            .Select(lead => new JudgedDay(lead.Day, 1, lead.IsQualified ? 1 : 0));

    /// <param name="Phone">Null for the leads of a day, which are counted together.</param>
    private sealed record Row(CreativeId Creative, string? Phone, DateTimeOffset? CreatedAt, JudgedDay Count)
    {
        public static Row From(NpgsqlDataReader row, List<DateOnly> days) =>
            new(
                new(row.GetGuid(0)),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.Instant(3),
                new(days[row.GetInt32(1)], row.GetInt64(4), row.GetInt64(5))
            );
    }
}
