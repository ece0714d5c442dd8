using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresJudgedLeads(AnalyticsDatabase database, ICohortCounts counts) : IJudgedLeads
{
    // People with several leads in a creative are few: only their leads come one by one.
    private const string OfPeopleWithSeveral = """
        SELECT creative_id, phone_e164, id, created_at
        FROM (
          SELECT c.creative_id, c.phone_e164, c.id, c.created_at, count(*) OVER (PARTITION BY c.creative_id, c.phone_e164 COLLATE "C") AS leads
          FROM cohort c WHERE c.phone_e164 IS NOT NULL) AS told
        WHERE leads > 1
        """;

    // Amounts in another currency than the account's are unknown; 0 is the same in all.
    private static string ByDay(Cohort judged) =>
        $"""
            SELECT creative_id, day, count(*), count(*) FILTER (WHERE qualified), count(sale),
              CASE WHEN count(sale) FILTER (WHERE amount IS NULL) = 0 THEN coalesce(sum(amount), 0) END
            FROM (
              SELECT c.creative_id, width_bucket(c.created_at, $9) - 1 AS day, c.qualified, s.id AS sale,
                CASE WHEN s.amount = 0 OR coalesce(s.currency, $10) IS NOT DISTINCT FROM $10 THEN s.amount END AS amount
              FROM cohort c {CohortSql.PaidSales(judged)}) AS lead
            GROUP BY creative_id, day ORDER BY day
            """;

    public async Task<IReadOnlyList<LeadId>> RepeatsAsync(Cohort judged, CancellationToken cancellationToken)
    {
        await using var command = database.Command(judged, OfPeopleWithSeveral);
        var leads = await command.ListAsync(
            row =>
                (
                    Person: (row.GetGuid(0), row.GetString(1)),
                    Lead: new JudgedLead(new(row.GetGuid(2)), row.GetFieldValue<DateTimeOffset>(3))
                ),
            cancellationToken
        );
        var horizon = TimeSpan.FromDays(judged.Days);
        return [.. leads.GroupBy(l => l.Person, l => l.Lead).SelectMany(own => JudgedLead.Repeats(own, horizon))];
    }

    public async Task<IReadOnlyList<JudgedCreative>> ByCreativeAsync(Cohort judged, CancellationToken cancellationToken)
    {
        var (first, _) = await counts.SpanAsync(judged, cancellationToken);
        if (first is null)
            return [];
        var days = Days(judged, first.Value);
        await using var command = database.Command(
            judged,
            ByDay(judged),
            days.Column(day => Period.StartOf(day, judged.Zone)),
            BatchCommands.Scalar(judged.Currency)
        );
        var rows = await command.ListAsync(
            row =>
                (
                    Creative: new CreativeId(row.GetGuid(0)),
                    Leads: new JudgedDay(days[row.GetInt32(1)], row.GetInt64(2), row.GetInt64(3)),
                    Sales: new JudgedSales(days[row.GetInt32(1)], row.GetInt64(4), row.IsDBNull(5) ? null : row.GetDecimal(5))
                ),
            cancellationToken
        );
        return
        [
            .. rows.GroupBy(row => row.Creative)
                .Select(own => new JudgedCreative(own.Key, [.. own.Select(row => row.Leads)])
                {
                    Sales = [.. own.Select(row => row.Sales).Where(sales => sales.Won > 0)],
                }),
        ];
    }

    private static List<DateOnly> Days(Cohort judged, DateTimeOffset first)
    {
        var day = Period.DayOf(first, judged.Zone);
        return [.. Enumerable.Range(0, judged.Last!.Value.DayNumber - day.DayNumber + 1).Select(day.AddDays)];
    }
}
