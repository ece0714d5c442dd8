namespace AmoCrmQualification.Infrastructure.Runs;

/// <summary>The statements over <c>sync_runs</c>.</summary>
internal static class RunSql
{
    public const string WakeWorkers = $"SELECT pg_notify('{DatabaseSignals.Runs}', '')";

    public const string Request = """
        INSERT INTO sync_runs AS r (user_account_id, id, kind, state, requested_at, due_at, since)
        VALUES ($1, $2, $3, 'running', now(), now(), $4)
        ON CONFLICT (user_account_id, kind) WHERE state = 'running' AND started_at IS NULL
        DO UPDATE SET due_at = least(r.due_at, excluded.due_at), since = least(r.since, excluded.since)
        RETURNING id
        """;

    // The moment of an account is a hash of its id: the same at each firing. The id is a UUIDv7, as ours are: the time
    // over the first 48 bits of a random one, and version 7 in place of its 4.
    public const string Plan = """
        INSERT INTO sync_runs (user_account_id, id, kind, state, requested_at, due_at)
        SELECT c.user_account_id,
          encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
            PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid,
          $1, 'running', now(), now() + $2 * ((hashtext(c.user_account_id::text)::bigint + 2147483648) / 4294967296.0)
        FROM amocrm_connections c JOIN user_accounts a ON a.id = c.user_account_id
        WHERE c.state = 'connected' AND NOT a.is_archived
        ON CONFLICT (user_account_id, kind) WHERE state = 'running' AND started_at IS NULL DO NOTHING
        """;

    // The first backfill covers what a reconciliation would have to read from the beginning once more.
    private const string HasCovered = """
        EXISTS (SELECT FROM sync_runs c WHERE c.user_account_id = r.user_account_id AND c.covered_until IS NOT NULL)
        """;

    // A run under way comes before those that wait for the account, also while it rests; but a backfill lets others in.
    private const string IsNext = $"""
        r.state = 'running' AND r.due_at <= now() AND (r.retry_at IS NULL OR r.retry_at <= now())
        AND NOT EXISTS (
          SELECT FROM sync_runs o WHERE o.user_account_id = r.user_account_id AND o.id <> r.id AND o.state = 'running'
            AND CASE
              WHEN r.kind = 'backfill' AND r.started_at IS NOT NULL
                THEN o.kind <> 'backfill' AND (o.started_at IS NOT NULL OR o.due_at <= now() AND (o.kind <> 'reconciliation' OR {HasCovered}))
              WHEN o.kind = 'backfill' AND r.kind <> 'backfill'
                THEN r.started_at IS NULL AND o.started_at IS NOT NULL AND r.kind = 'reconciliation' AND NOT {HasCovered}
              ELSE r.started_at IS NULL AND o.started_at IS NOT NULL
            END)
        """;

    // Who is being served already is left out, as many slow ones would hide the others. Who had to wait is behind those who
    // came meanwhile.
    public const string Due = $"""
        WITH due AS (
          SELECT r.user_account_id, r.id, r.failing_since IS NOT NULL AS is_failing,
                 row_number() OVER (PARTITION BY r.failing_since IS NOT NULL ORDER BY coalesce(r.retry_at, r.due_at)) AS place
          FROM sync_runs r
          WHERE {IsNext} AND NOT EXISTS (
            SELECT FROM pg_locks k
            WHERE k.locktype = 'advisory' AND k.granted AND k.classid = $1::int::oid AND k.objsubid = 2
              AND k.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND k.objid = (hashtext(r.user_account_id::text)::bigint & 4294967295)::oid))
        SELECT user_account_id, id FROM due WHERE place <= CASE WHEN is_failing THEN $3 ELSE $2 END
        """;

    // Should this replica die of it, the next takes it up at once, but from the fourth time on after a wait that doubles:
    // replicas that are killed for another reason do not use up the attempts, and a run that kills does so seldom.
    public const string Claim = $"""
        UPDATE sync_runs r
        SET started_at = coalesce(r.started_at, clock_timestamp()), holder = $3, attempts = r.attempts + 1,
            retry_at = CASE WHEN r.attempts >= 3 THEN now() + least(interval '5 seconds' * 2 ^ (r.attempts - 3), interval '5 minutes') END
        WHERE r.user_account_id = $1 AND r.id = $2 AND {IsNext}
        RETURNING r.kind, r.attempts, r.failing_since IS NOT NULL
        """;

    public const string Start = """
        INSERT INTO sync_runs (user_account_id, id, kind, state, requested_at, due_at, started_at, holder, attempts)
        VALUES ($1, $2, $3, 'running', clock_timestamp(), clock_timestamp(), clock_timestamp(), $4, 1)
        """;

    public const string Read = """
        SELECT done, total, changed, skipped, cursor, since, failing_since FROM sync_runs
        WHERE user_account_id = $1 AND id = $2 AND holder = $3 AND state = 'running'
        """;

    private const string OurRun = "WHERE user_account_id = $1 AND id = $2 AND holder = $3 AND state = 'running'";

    public const string Save = $"""
        UPDATE sync_runs
        SET done = $4, total = $5, changed = $6, skipped = $7, cursor = $8::jsonb, error = NULL, attempts = 0, retry_at = NULL,
            failing_since = NULL
        {OurRun}
        """;

    public const string Finish = $"""
        UPDATE sync_runs
        SET state = 'done', finished_at = clock_timestamp(), done = $4, total = $5, changed = $6, skipped = $7, error = $8, covered_until = $9, cursor = NULL
        {OurRun}
        """;

    public const string Fail = $"UPDATE sync_runs SET state = 'failed', finished_at = clock_timestamp(), error = $4 {OurRun}";

    public const string Reschedule = $"""
        UPDATE sync_runs
        SET retry_at = now() + $4, error = coalesce($5, error), attempts = CASE WHEN $6 THEN attempts ELSE greatest(attempts - 1, 0) END,
            failing_since = coalesce($7, failing_since), holder = NULL
        {OurRun}
        """;

    public const string CoveredUntil = """
        SELECT max(covered_until) FROM sync_runs WHERE user_account_id = $1 AND state = 'done' AND covered_until IS NOT NULL
        """;
}
