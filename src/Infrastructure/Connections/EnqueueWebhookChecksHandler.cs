using AmoCrmQualification.Application.Connections;

namespace AmoCrmQualification.Infrastructure.Connections;

/// <summary>Asks for all accounts at once, however many there are.</summary>
internal sealed class EnqueueWebhookChecksHandler(NpgsqlDataSource database) : IRequestHandler<EnqueueWebhookChecksCommand, Unit>
{
    private const string EnqueueChecks = """
        INSERT INTO outbox (user_account_id, kind, subject, version, due_at)
        SELECT c.user_account_id, 'check_webhook', '', 1,
          now() + $1 * ((hashtext(c.user_account_id::text)::bigint & 65535) / 65536.0)
        FROM amocrm_connections c JOIN user_accounts a ON a.id = c.user_account_id
        LEFT JOIN amocrm_hooks h ON h.user_account_id = c.user_account_id
        WHERE c.state = 'connected' AND NOT a.is_archived
          AND (h.state IS NULL OR h.state <> ALL (ARRAY['unsubscribed', 'refused'])
            OR (h.state = 'refused' AND h.checked_at < now() - interval '1 day'))
        ON CONFLICT (user_account_id, kind, subject) DO NOTHING
        """;

    // Of accounts that amoCRM itself has told us to stop.
    private const string EnqueueTokenRechecks = """
        INSERT INTO outbox (user_account_id, kind, subject, version, due_at)
        SELECT user_account_id, 'recheck_token', '', 1, now() + $1 * ((hashtext(user_account_id::text)::bigint & 65535) / 65536.0)
        FROM amocrm_connections WHERE state = 'reauthorization_required'
        ON CONFLICT (user_account_id, kind, subject) DO NOTHING
        """;

    public async Task<Unit> Handle(EnqueueWebhookChecksCommand command, CancellationToken cancellationToken)
    {
        await database.DoAsync(EnqueueChecks, [BatchCommands.Scalar(command.Over)], cancellationToken);
        await database.DoAsync(EnqueueTokenRechecks, [BatchCommands.Scalar(command.Over)], cancellationToken);
        return Unit.Value;
    }
}
