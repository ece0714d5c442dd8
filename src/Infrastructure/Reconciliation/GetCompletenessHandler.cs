using AmoCrmQualification.Application.Reconciliation;
using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Reconciliation;

/// <summary>Counts over the observations that amoCRM's events have or that a poll made; both tables have an index of these.</summary>
internal sealed class GetCompletenessHandler(AppDbContext db, NpgsqlDataSource database, TimeProvider clock)
    : IRequestHandler<GetCompletenessQuery, Completeness>
{
    private static readonly string Count = $"""
        WITH seen AS (
          SELECT user_account_id, amocrm_lead_id, changed_at, to_pipeline_id, to_status_id, first_source, received_at, seen_in_events, source
          FROM amocrm_lead_status_history
          WHERE user_account_id = $1 AND changed_at >= $2 AND changed_at < $3 AND (seen_in_events OR source = 'poll')
          UNION ALL
          SELECT user_account_id, amocrm_lead_id, changed_at, to_pipeline_id, to_status_id, first_source, received_at, seen_in_events, NULL
          FROM amocrm_stage_sightings
          WHERE user_account_id = $1 AND changed_at >= $2 AND changed_at < $3 AND seen_in_events)
        SELECT width_bucket(s.changed_at, $4) - 1,
          count(*) FILTER (WHERE s.seen_in_events),
          count(*) FILTER (WHERE s.seen_in_events AND (s.first_source = 'webhook' OR told.at IS NOT NULL)),
          count(*) FILTER (WHERE s.source = 'poll')
        FROM seen s
        JOIN leads l ON l.user_account_id = $1 AND l.amocrm_lead_id = s.amocrm_lead_id
        LEFT JOIN LATERAL (
          SELECT min(o.changed_at) AS at FROM (
            SELECT changed_at, first_source, received_at, to_pipeline_id, to_status_id FROM amocrm_lead_status_history
            WHERE user_account_id = s.user_account_id AND amocrm_lead_id = s.amocrm_lead_id
              AND {ObservationColumns.IsNear("", "s.")}
            UNION ALL
            SELECT changed_at, first_source, received_at, to_pipeline_id, to_status_id FROM amocrm_stage_sightings
            WHERE user_account_id = s.user_account_id AND amocrm_lead_id = s.amocrm_lead_id
              AND {ObservationColumns.IsNear("", "s.")}) o
          WHERE s.seen_in_events AND s.first_source <> 'webhook' AND o.first_source = 'webhook' AND o.received_at < s.received_at
            AND o.to_pipeline_id = s.to_pipeline_id AND o.to_status_id = s.to_status_id
        ) told ON true
        GROUP BY 1
        """;

    public async Task<Completeness> Handle(GetCompletenessQuery query, CancellationToken cancellationToken)
    {
        var name = await db.UserAccounts.Where(a => a.Id == query.Account).Select(a => a.TimeZone).SingleAsync(cancellationToken);
        var zone = TimeZones.Get(name);
        var days = query.Days(Period.DayOf(clock.GetUtcNow(), zone));
        var instants = days.Append(days[^1].AddDays(1)).Select(day => Period.StartOf(day, zone)).ToList();
        await using var command = database.Command(
            Count,
            BatchCommands.Scalar(query.Account.Value),
            BatchCommands.Scalar(instants[0]),
            BatchCommands.Scalar(instants[^1]),
            instants.Column(i => i)
        );
        var counted = days.Select(day => new DayCompleteness(day, 0, 0, 0, 0)).ToArray();
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var (day, expected, byWebhook) = (row.GetInt32(0), (int)row.GetInt64(1), (int)row.GetInt64(2));
            counted[day] = new(days[day], expected, byWebhook, expected - byWebhook, (int)row.GetInt64(3));
        }

        return new(counted);
    }
}
