using AmoCrmQualification.Application.Outbox;

namespace AmoCrmQualification.Infrastructure.Ops;

/// <summary>Reads from the database what is measured there, for all replicas alike.</summary>
public sealed class ServiceGauges(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private const string Read = """
        SELECT count(*) FILTER (WHERE NOT is_dead), count(*) FILTER (WHERE is_dead),
               extract(epoch FROM now() - min(received_at) FILTER (WHERE NOT is_dead))::float8
        FROM webhook_inbox;
        SELECT kind, count(*), greatest(extract(epoch FROM now() - min(due_at)), 0)::float8 FROM outbox GROUP BY kind;
        SELECT count(*) FILTER (WHERE state = 'connected' AND refresh_token IS NULL AND access_token_expires_at < now() + interval '7 days'),
               count(*) FILTER (WHERE state = 'reauthorization_required')
        FROM amocrm_connections;
        SELECT count(*) FROM webhook_outages;
        SELECT count(*) FROM rollup_differences;
        SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 FROM digest_messages WHERE state = 'pending';
        SELECT count(*) FROM amocrm_hooks WHERE state IN ('refused', 'unknown') AND broken_since IS NOT NULL;
        SELECT count(*) FROM (
          SELECT DISTINCT ON (user_account_id, kind) user_account_id, state FROM sync_runs WHERE state <> 'running' AND finished_at > now() - interval '2 days'
          ORDER BY user_account_id, kind, finished_at DESC) AS last
        WHERE state = 'failed';
        """;

    // Yesterday's changes, of which the last reconciliation knows by now. Seldom, as it reads them all.
    private const string ReadCompleteness = """
        SELECT 100.0 * count(*) FILTER (WHERE first_source = 'webhook') / nullif(count(*), 0)
        FROM amocrm_lead_status_history
        WHERE seen_in_events AND lead_id IS NOT NULL
          AND changed_at >= date_trunc('day', now(), 'UTC') - interval '1 day' AND changed_at < date_trunc('day', now(), 'UTC')
        """;

    private static readonly TimeSpan CompletenessFreshness = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private DateTimeOffset _readAt;
    private DateTimeOffset _completenessReadAt;

    /// <summary>Records the gauges anew, unless that was done a moment ago.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() - _readAt < Freshness)
                return;
            await ReadAsync(cancellationToken);
            _readAt = clock.GetUtcNow();
            if (_readAt - _completenessReadAt > CompletenessFreshness)
                await MeasureCompletenessAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Command(Read);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Telemetry.InboxDepth.Record(row.GetInt64(0));
        Telemetry.InboxDead.Record(row.GetInt64(1));
        Telemetry.InboxOldestPending.Record(row.IsDBNull(2) ? 0 : row.GetDouble(2));

        await row.NextResultAsync(cancellationToken);
        await ReadOutboxAsync(row, cancellationToken);

        await row.NextResultAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Telemetry.TokensExpiring.Record(row.GetInt64(0));
        Telemetry.ReauthorizationsRequired.Record(row.GetInt64(1));

        await row.NextResultAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Telemetry.SilentAccounts.Record(row.GetInt64(0));

        await row.NextResultAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Telemetry.RollupsDiffering.Record(row.GetInt64(0));

        await row.NextResultAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Telemetry.MessagesOldestPending.Record(row.GetDouble(0));

        await row.NextResultAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Telemetry.HooksBroken.Record(row.GetInt64(0));

        await row.NextResultAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Telemetry.RunsFailed.Record(row.GetInt64(0));
    }

    private async Task MeasureCompletenessAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Command(ReadCompleteness);
        if (await command.ExecuteScalarAsync(cancellationToken) is decimal percent)
            Telemetry.Completeness.Record((double)percent);
        _completenessReadAt = clock.GetUtcNow();
    }

    private static async Task ReadOutboxAsync(NpgsqlDataReader row, CancellationToken cancellationToken)
    {
        var empty = Enum.GetValues<OutboxKind>().Select(SnakeCaseEnum<OutboxKind>.Format).ToHashSet(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
        {
            empty.Remove(row.GetString(0));
            RecordOutbox(row.GetString(0), row.GetInt64(1), row.GetDouble(2));
        }

        foreach (var kind in empty)
            RecordOutbox(kind, depth: 0, oldest: 0); // a gauge keeps its last value
    }

    private static void RecordOutbox(string kind, long depth, double oldest)
    {
        var label = new KeyValuePair<string, object?>("kind", kind);
        Telemetry.OutboxDepth.Record(depth, label);
        Telemetry.OutboxOldestDue.Record(oldest, label);
    }
}
