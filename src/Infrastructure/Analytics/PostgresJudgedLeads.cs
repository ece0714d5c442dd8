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

    public async Task<IReadOnlyList<LeadId>> RepeatsAsync(Cohort judged, CancellationToken cancellationToken) =>
        RepeatsIn(judged, await database.ListAsync(Repeated(judged), cancellationToken));

    public async Task<IReadOnlyList<JudgedCreative>> ByCreativeAsync(Cohort judged, CancellationToken cancellationToken)
    {
        var (first, _) = await counts.SpanAsync(judged, cancellationToken);
        return first is null ? [] : CreativesOf(await database.ListAsync(ByCreative(judged, first.Value), cancellationToken));
    }

    /// <summary>Leads of people with several in one creative.</summary>
    public static CountStatement<PersonLead> Repeated(Cohort judged) =>
        CohortSql.Statement(
            judged,
            OfPeopleWithSeveral,
            row => new PersonLead(
                row.GetGuid(0),
                row.GetString(1),
                new(new(row.GetGuid(2)), row.GetFieldValue<DateTimeOffset>(3))
            )
        );

    public static IReadOnlyList<LeadId> RepeatsIn(Cohort judged, IEnumerable<PersonLead> leads)
    {
        var horizon = TimeSpan.FromDays(judged.Days);
        return [.. leads.GroupBy(l => (l.Creative, l.Person), l => l.Lead).SelectMany(own => JudgedLead.Repeats(own, horizon))];
    }

    /// <param name="judged">With its repeats.</param>
    /// <param name="first">Creation of its first lead.</param>
    public static CountStatement<CreativeDay> ByCreative(Cohort judged, DateTimeOffset first)
    {
        var days = Period.Days(Period.DayOf(first, judged.Zone), judged.Last!.Value);
        // A lead that came since from an earlier day is counted the next time.
        return CohortSql.Statement(
            judged.CreatedIn(days[0], days[^1]),
            ByDay(judged),
            row => new CreativeDay(
                new(row.GetGuid(0)),
                new(days[row.GetInt32(1)], row.GetInt64(2), row.GetInt64(3)),
                new(days[row.GetInt32(1)], row.GetInt64(4), row.IsDBNull(5) ? null : row.GetDecimal(5))
            ),
            days.Column(day => Period.StartOf(day, judged.Zone)),
            BatchCommands.Scalar(judged.Currency)
        );
    }

    public static IReadOnlyList<JudgedCreative> CreativesOf(IEnumerable<CreativeDay> rows) =>
        [
            .. rows.GroupBy(row => row.Creative)
                .Select(own => new JudgedCreative(own.Key, [.. own.Select(row => row.Leads)])
                {
                    Sales = [.. own.Select(row => row.Sales).Where(sales => sales.Won > 0)],
                }),
        ];
}

/// <summary>A judged lead of a person with several in a creative.</summary>
internal sealed record PersonLead(Guid Creative, string Person, JudgedLead Lead);

/// <summary>Judged leads of a creative created on a day, and their sales.</summary>
internal sealed record CreativeDay(CreativeId Creative, JudgedDay Leads, JudgedSales Sales);
