using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Leads;

internal sealed class PostgresPayloadEraser(AppDbContext db) : IPayloadEraser
{
    public async Task<IReadOnlyList<AmoContactId>> EraseDealAsync(DealKey deal, CancellationToken cancellationToken)
    {
        var (account, id) = (deal.Account.Value, deal.Deal.Value);
        // The deal first, as everybody locks it before its rows.
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM amocrm_deals WHERE user_account_id = {account} AND amocrm_lead_id = {id} FOR UPDATE",
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"UPDATE amocrm_lead_status_history SET webhook_data = NULL WHERE user_account_id = {account} AND amocrm_lead_id = {id}",
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"UPDATE amocrm_stage_sightings SET webhook_data = NULL WHERE user_account_id = {account} AND amocrm_lead_id = {id}",
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM lead_marks WHERE user_account_id = {account} AND amocrm_lead_id = {id}",
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"UPDATE lead_matches SET phone_e164 = NULL WHERE user_account_id = {account} AND amocrm_lead_id = {id}",
            cancellationToken
        );
        var contacts = await db
            .Database.SqlQuery<long>(
                $"DELETE FROM amocrm_deal_contacts WHERE user_account_id = {account} AND amocrm_lead_id = {id} RETURNING amocrm_contact_id"
            )
            .ToListAsync(cancellationToken);
        return contacts.ConvertAll(contact => new AmoContactId(contact));
    }

    public async Task EraseBodiesAsync(
        UserAccountId account,
        DealId? deal,
        IReadOnlySet<AmoContactId> contacts,
        CancellationToken cancellationToken
    )
    {
        if (deal is null && contacts.Count == 0)
            return;
        // What waits first: it may be done, and in the log, by the time the log is looked through.
        await RedactWaitingAsync(
            account,
            new(deal is { } own ? new HashSet<DealId> { own } : new HashSet<DealId>(), contacts),
            cancellationToken
        );
        var (deals, ids) = (deal is { } id ? new[] { id.Value } : [], contacts.Select(contact => contact.Value).ToArray());
        // Bodies that told of others too go with it: what they told has taken effect.
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE webhook_deliveries d SET raw_body = ''
            FROM (SELECT jsonb_build_object('entity', 'lead', 'id', id) FROM unnest({deals}) AS id
                  UNION ALL SELECT jsonb_build_object('deals', jsonb_build_array(id)) FROM unnest({deals}) AS id
                  UNION ALL SELECT jsonb_build_object('entity', 'contact', 'id', id) FROM unnest({ids}) AS id) AS person (event),
                 jsonb_build_array(person.event) AS told
            WHERE d.user_account_id = {account.Value} AND d.raw_body <> ''
              AND (d.events @> told OR d.replays @> jsonb_build_array(jsonb_build_object('events', told)))
            """,
            cancellationToken
        );
    }

    /// <summary>One by one, as bodies are large and may be many. What they count for stays.</summary>
    private async Task RedactWaitingAsync(UserAccountId account, NamedEntities person, CancellationToken cancellationToken)
    {
        var redacted = new List<(Guid Id, byte[] Body)>();
        await foreach (
            var waiting in db
                .WebhookInbox.Where(d => d.UserAccountId == account)
                .Select(d => new
                {
                    d.Id,
                    d.RawBody,
                    d.ContentEncoding,
                })
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            if (BodyRedaction.Redact(waiting.RawBody, waiting.ContentEncoding, person) is { } body)
                redacted.Add((waiting.Id, body));
        }

        foreach (var (id, body) in redacted)
            await db.Database.ExecuteSqlAsync(
                $"UPDATE webhook_inbox SET raw_body = {body}, content_encoding = NULL WHERE user_account_id = {account.Value} AND id = {id}",
                cancellationToken
            );
    }
}
