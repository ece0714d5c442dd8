using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Infrastructure.Digests;

internal sealed class PostgresDigestQueue(NpgsqlDataSource database, PublicAddress address) : IDigestQueue
{
    /// <summary>Longer than any sending may take: a message whose sender died is sent again after it.</summary>
    private static readonly TimeSpan s_claim = TimeSpan.FromSeconds(90);

    // While it is claimed it is due when the claim runs out. Attempts that a process did not survive count too.
    private const string Claim = """
        UPDATE digest_messages m
        SET claim_id = $2, due_at = now() + $3, attempts = m.attempts + 1
        FROM (
          SELECT next.user_account_id, next.id, d.recipient, d.secret
          FROM digest_messages next
          JOIN digests d ON d.user_account_id = next.user_account_id AND d.id = next.digest_id
          WHERE next.state = 'pending' AND next.due_at <= now() AND next.channel = $1 AND d.recipient IS NOT NULL AND d.pause IS NULL
          ORDER BY next.due_at LIMIT 1
          FOR UPDATE OF next SKIP LOCKED) AS due
        WHERE m.user_account_id = due.user_account_id AND m.id = due.id
        RETURNING m.user_account_id, m.id, m.digest_id, m.attempts, due.recipient, due.secret, m.subject, m.text, m.html, m.created_at
        """;

    private const string Complete = """
        UPDATE digest_messages SET state = 'sent', sent_at = now(), error = NULL, claim_id = NULL
        WHERE user_account_id = $1 AND id = $2 AND claim_id = $3
        """;

    private const string Reschedule = """
        UPDATE digest_messages
        SET due_at = now() + $4, error = $5, claim_id = NULL, attempts = attempts - CASE WHEN $6 THEN 0 ELSE 1 END
        WHERE user_account_id = $1 AND id = $2 AND claim_id = $3
        """;

    private const string Fail = """
        UPDATE digest_messages SET state = 'failed', error = $4, claim_id = NULL
        WHERE user_account_id = $1 AND id = $2 AND claim_id = $3
        """;

    private const string Pause = """
        UPDATE digests SET pause = $3, pause_detail = left($4, 500)
        WHERE user_account_id = $1 AND id = $2 AND pause IS NULL
        """;

    private const string Drop = """
        UPDATE digest_messages SET state = 'failed', error = $3
        WHERE user_account_id = $1 AND digest_id = $2 AND state = 'pending'
        """;

    public async Task<ClaimedMessage?> ClaimAsync(DigestChannel channel, CancellationToken cancellationToken)
    {
        var claim = Guid.CreateVersion7();
        await using var command = database.Command(
            Claim,
            BatchCommands.Scalar(SnakeCaseEnum<DigestChannel>.Format(channel)),
            BatchCommands.Scalar(claim),
            BatchCommands.Scalar(s_claim)
        );
        var claimed = await command.ListAsync(row => Read(row, claim, channel), cancellationToken);
        return claimed.SingleOrDefault();
    }

    public Task CompleteAsync(ClaimedMessage message, CancellationToken cancellationToken) =>
        database.DoAsync(Complete, Key(message), cancellationToken);

    public Task RescheduleAsync(
        ClaimedMessage message,
        TimeSpan delay,
        string why,
        bool isAttempt,
        CancellationToken cancellationToken
    ) =>
        database.DoAsync(
            Reschedule,
            [.. Key(message), BatchCommands.Scalar(delay), BatchCommands.Scalar(why), BatchCommands.Scalar(isAttempt)],
            cancellationToken
        );

    public async Task FailAsync(ClaimedMessage message, DigestPause? pause, string why, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Add(Fail, [.. Key(message), BatchCommands.Scalar(why)]);
        if (pause is { } because)
        {
            batch.Add(
                Pause,
                BatchCommands.Scalar(message.Account.Value),
                BatchCommands.Scalar(message.Digest.Value),
                BatchCommands.Scalar(SnakeCaseEnum<DigestPause>.Format(because)),
                BatchCommands.Scalar(why)
            );
            batch.Add(Drop, PendingOf(message.Account, message.Digest, why));
        }
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task DropAsync(UserAccountId account, DigestId digest, string why, CancellationToken cancellationToken) =>
        database.DoAsync(Drop, PendingOf(account, digest, why), cancellationToken);

    public Task WakeAsync(CancellationToken cancellationToken) =>
        database.DoAsync($"SELECT pg_notify('{DatabaseSignals.Digests}', '')", [], cancellationToken);

    private static NpgsqlParameter[] PendingOf(UserAccountId account, DigestId digest, string why) =>
        [BatchCommands.Scalar(account.Value), BatchCommands.Scalar(digest.Value), BatchCommands.Scalar(why)];

    private static NpgsqlParameter[] Key(ClaimedMessage message) =>
        [
            BatchCommands.Scalar(message.Account.Value),
            BatchCommands.Scalar(message.Id.Value),
            BatchCommands.Scalar(message.Claim),
        ];

    private ClaimedMessage Read(NpgsqlDataReader row, Guid claim, DigestChannel channel)
    {
        var (account, digest) = (new UserAccountId(row.GetGuid(0)), new DigestId(row.GetGuid(2)));
        var code = new DigestCode(account, digest, row.GetFieldValue<byte[]>(5));
        return new(
            account,
            new(row.GetGuid(1)),
            digest,
            claim,
            channel,
            row.GetString(4),
            row.GetString(6),
            row.GetString(7),
            row.GetString(8),
            row.GetInt32(3) - 1,
            row.GetFieldValue<DateTimeOffset>(9),
            $"{address.Url}/api/digests/unsubscription/{code}"
        );
    }
}
