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
        string[] events = [.. EventsOf(deal, contacts)];
        string[] replays = [.. events.Select(told => $$"""[{"events": {{told}}}]""")];
        // Bodies that told of others too go with it: what they told has taken effect.
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE webhook_deliveries SET raw_body = ''
            WHERE user_account_id = {account.Value} AND raw_body <> ''
              AND (events @> ANY ({events}::jsonb[]) OR replays @> ANY ({replays}::jsonb[]))
            """,
            cancellationToken
        );
    }

    /// <summary>JSON that is in the events of a delivery which told of the deal or of one of the contacts.</summary>
    private static IEnumerable<string> EventsOf(DealId? deal, IEnumerable<AmoContactId> contacts)
    {
        if (deal is { Value: var id })
        {
            yield return $$"""[{"entity": "lead", "id": {{id}}}]""";
            yield return $$"""[{"deals": [{{id}}]}]""";
        }

        foreach (var contact in contacts)
            yield return $$"""[{"entity": "contact", "id": {{contact.Value}}}]""";
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
