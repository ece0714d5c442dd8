using AmoCrmQualification.Application.Ops;
using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Ops;

internal sealed class PurgeExpiredHandler(NpgsqlDataSource database, DeliveryPartitions deliveries, TimeProvider clock)
    : IRequestHandler<PurgeExpiredCommand, Unit>
{
    /// <summary>Longer than amoCRM repeats a delivery, and than deliveries overtake each other.</summary>
    private static readonly TimeSpan DuplicatesLast = TimeSpan.FromHours(48);

    private static readonly TimeSpan RunsLast = TimeSpan.FromDays(90);

    private static readonly TimeSpan MessagesLast = TimeSpan.FromDays(90);

    // What amoCRM's journal has counts for the completeness of webhooks, and so does the hook that told it a second off.
    private static readonly string DropDuplicates = $"""
        DELETE FROM amocrm_stage_sightings s
        WHERE s.received_at < $1 AND NOT s.seen_in_events AND NOT EXISTS (
          SELECT FROM amocrm_lead_status_history h
          WHERE h.user_account_id = s.user_account_id AND h.amocrm_lead_id = s.amocrm_lead_id
            AND {ObservationColumns.IsNear("h.", "s.")}
            AND h.to_pipeline_id = s.to_pipeline_id AND h.to_status_id = s.to_status_id AND h.seen_in_events)
        """;

    // What is dead has had its attempts and a person's notice; what waits has yet to take effect, however old it is.
    private const string DropDeadDeliveries = "DELETE FROM webhook_inbox WHERE is_dead AND received_at < $1";

    private const string DropRuns = "DELETE FROM sync_runs WHERE state <> 'running' AND finished_at < $1";

    private const string DropMessages = "DELETE FROM digest_messages WHERE state <> 'pending' AND created_at < $1";

    // Rows that somebody is about to use again are left for the next time, so that nobody waits in a circle.
    private const string DropSignInAttempts = """
        DELETE FROM sign_in_attempts WHERE key_hash IN (
          SELECT key_hash FROM sign_in_attempts WHERE ends_at <= now() FOR UPDATE SKIP LOCKED)
        """;

    private const string DropSessions = "DELETE FROM user_sessions WHERE expires_at <= now()";

    public async Task<Unit> Handle(PurgeExpiredCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var firstDay = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-command.RawDeliveriesDays);
        await deliveries.PrepareAsync(cancellationToken);
        await deliveries.DropBeforeAsync(firstDay, cancellationToken);
        await database.DoAsync(
            DropDeadDeliveries,
            [BatchCommands.Scalar(firstDay.ToDateTime(default, DateTimeKind.Utc))],
            cancellationToken
        );
        await database.DoAsync(DropDuplicates, [BatchCommands.Scalar(now - DuplicatesLast)], cancellationToken);
        await database.DoAsync(DropRuns, [BatchCommands.Scalar(now - RunsLast)], cancellationToken);
        await database.DoAsync(DropMessages, [BatchCommands.Scalar(now - MessagesLast)], cancellationToken);
        await database.DoAsync(DropSignInAttempts, [], cancellationToken);
        await database.DoAsync(DropSessions, [], cancellationToken);
        return Unit.Value;
    }
}
