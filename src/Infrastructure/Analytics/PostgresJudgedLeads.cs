using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresJudgedLeads(AnalyticsDatabase database, ICohortCounts counts) : IJudgedLeads
{
    // People with several leads in a creative are few: their leads come one by one, all others counted by day.
    private const string ByDay = $"""
        , judged AS (
          SELECT c.creative_id, c.phone_e164, c.created_at, c.qualified, width_bucket(c.created_at, $7) - 1 AS day,
            c.phone_e164 IS NOT NULL AND count(*) OVER (PARTITION BY c.creative_id, c.phone_e164) > 1 AS has_several,
            s.id IS NOT NULL AS won, CASE WHEN s.amount = 0 OR coalesce(s.currency, $8) IS NOT DISTINCT FROM $8 THEN s.amount END AS amount
          FROM cohort c {CohortSql.PaidSales}
          JOIN creatives k ON k.user_account_id = $1 AND k.id = c.creative_id AND k.direction_id IS NOT NULL)
        SELECT creative_id, day, NULL, NULL, count(*), count(*) FILTER (WHERE qualified), count(*) FILTER (WHERE won),
          CASE WHEN count(*) FILTER (WHERE won AND amount IS NULL) = 0 THEN coalesce(sum(amount), 0) END
        FROM judged WHERE NOT has_several GROUP BY creative_id, day
        UNION ALL
        SELECT creative_id, day, phone_e164, created_at, 1, qualified::int, won::int, CASE WHEN won THEN amount ELSE 0 END
        FROM judged WHERE has_several
        """;

    public async Task<IReadOnlyList<JudgedCreative>> ByCreativeAsync(Cohort judged, CancellationToken cancellationToken)
    {
        var (first, _) = await counts.SpanAsync(judged, cancellationToken);
        if (first is null)
            return [];
        var days = Days(judged, first.Value);
        await using var command = database.Command(
            judged,
            ByDay,
            days.Column(day => Period.StartOf(day, judged.Zone)),
            BatchCommands.Scalar(judged.Currency)
        );
        var rows = await command.ListAsync(row => Row.From(row, days), cancellationToken);
        var horizon = TimeSpan.FromDays(judged.Days);
        return [.. rows.GroupBy(row => row.Creative).Select(own => From(own, horizon))];
    }

    private static List<DateOnly> Days(Cohort judged, DateTimeOffset first)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(first, judged.Zone).Date);
        return [.. Enumerable.Range(0, judged.Last!.Value.DayNumber - day.DayNumber + 1).Select(day.AddDays)];
    }

    private static JudgedCreative From(IGrouping<CreativeId, Row> rows, TimeSpan horizon)
    {
        var counted = rows.GroupBy(row => row.Phone)
            .SelectMany(own => own.Key is null ? own : RepeatedLeads.LeaveOut(own, row => row.CreatedAt!.Value, horizon))
            .ToList();
        var days = counted.GroupBy(row => row.Count.Day, row => row.Count).OrderBy(day => day.Key);
        return new(rows.Key, [.. days.Select(day => day.Aggregate((sum, count) => sum + count))])
        {
            Sales = [.. counted.Select(row => row.Sales).Where(sales => sales.Won > 0)],
        };
    }

    /// <param name="Phone">Null for the leads of a day, which are counted together.</param>
    private sealed record Row(CreativeId Creative, string? Phone, DateTimeOffset? CreatedAt, JudgedDay Count, JudgedSales Sales)
    {
        public static Row From(NpgsqlDataReader row, List<DateOnly> days) =>
            new(
                new(row.GetGuid(0)),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.Instant(3),
                new(days[row.GetInt32(1)], row.GetInt64(4), row.GetInt64(5)),
                new(days[row.GetInt32(1)], row.GetInt64(6), row.IsDBNull(7) ? null : row.GetDecimal(7))
            );
    }
}
