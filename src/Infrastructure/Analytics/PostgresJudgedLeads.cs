using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresJudgedLeads(AnalyticsDatabase database) : IJudgedLeads
{
    // People with several leads in a creative are few: only their leads come one by one.
    private const string OfPeopleWithSeveral = """
        SELECT creative_id, phone_e164, id, created_at
        FROM (
          SELECT c.creative_id, c.phone_e164, c.id, c.created_at, count(*) OVER (PARTITION BY c.creative_id, c.phone_e164 COLLATE "C") AS leads
          FROM cohort c WHERE c.phone_e164 IS NOT NULL) AS told
        WHERE leads > 1
        """;

    public async Task<IReadOnlyList<LeadId>> RepeatsAsync(Cohort judged, CancellationToken cancellationToken)
    {
        await using var command = database.Command(judged, OfPeopleWithSeveral);
        var leads = await command.ListAsync(
            row =>
                (
                    Creative: row.GetGuid(0),
                    Person: row.GetString(1),
                    Lead: new JudgedLead(new(row.GetGuid(2)), row.GetFieldValue<DateTimeOffset>(3))
                ),
            cancellationToken
        );
        return
        [
            .. leads
                .GroupBy(l => (l.Creative, l.Person), l => l.Lead)
                .SelectMany(own => JudgedLead.Repeats(own, TimeSpan.FromDays(judged.Days))),
        ];
    }
}
