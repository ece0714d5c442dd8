using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Outbox;

namespace AmoCrmQualification.Infrastructure.Matching;

internal sealed class PostgresUnmatchedDeals(AppDbContext db) : IUnmatchedDeals
{
    private const string FindAsked = """
        SELECT subject::bigint FROM outbox WHERE user_account_id = $1 AND kind = $2 AND subject = ANY ($3::bigint[]::text[])
        """;

    private const string FindContacts = $"""
        SELECT d.amocrm_lead_id, told.contact, l.id IS NOT NULL, l.amocrm_contact_id, l.name, l.phone, l.phone_e164, l.email,
               ARRAY(SELECT c.phone_e164 FROM amocrm_deal_contacts c
                     WHERE c.user_account_id = $1 AND c.amocrm_lead_id = told.deal AND c.amocrm_contact_id = told.contact)
        FROM unnest($2, $3) AS told (deal, contact)
        JOIN amocrm_deals d ON d.user_account_id = $1 AND d.amocrm_lead_id = told.deal
        LEFT JOIN leads l ON l.user_account_id = $1 AND l.amocrm_lead_id = told.deal
        WHERE CASE WHEN l.id IS NOT NULL THEN l.source_type = 'crm' AND l.erased_at IS NULL
              ELSE NOT EXISTS (SELECT FROM lead_matches m WHERE m.user_account_id = $1 AND m.amocrm_lead_id = told.deal)
                AND (d.contacts_read_at IS NOT NULL
                     OR EXISTS (SELECT FROM leads l WHERE l.user_account_id = $1 AND {MatchEnqueuer.IsMatchable})) END
        """;

    private const string FindOvertaken = """
        SELECT amocrm_lead_id FROM amocrm_deals WHERE user_account_id = $1 AND amocrm_lead_id = ANY ($2) AND contacts_read_at > $3
        """;

    private const string MarkRead = """
        UPDATE amocrm_deals SET contacts_read_at = $3
        WHERE user_account_id = $1 AND amocrm_lead_id = ANY ($2) AND (contacts_read_at IS NULL OR contacts_read_at < $3)
        """;

    public async Task<IReadOnlyList<DealId>> NewestUnreadAsync(
        UserAccountId account,
        int limit,
        bool onlyOfAdopted,
        CancellationToken cancellationToken
    )
    {
        var deals = await db
            .Database.SqlQuery<long>(
                $"""
                SELECT d.amocrm_lead_id AS "Value" FROM amocrm_deals d
                WHERE d.user_account_id = {account.Value} AND d.contacts_read_at IS NULL
                  AND coalesce((SELECT l.source_type = 'crm' AND l.erased_at IS NULL FROM leads l
                                WHERE l.user_account_id = {account.Value} AND l.amocrm_lead_id = d.amocrm_lead_id), NOT {onlyOfAdopted})
                ORDER BY d.first_seen_at DESC, d.amocrm_lead_id DESC LIMIT {limit}
                """
            )
            .ToListAsync(cancellationToken);
        return deals.ConvertAll(deal => new DealId(deal));
    }

    public async Task<IReadOnlyList<KnownContact>> ContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<(DealId Deal, AmoContactId Contact)> linked,
        CancellationToken cancellationToken
    )
    {
        // First who is asked about: a look-up that ends in between has then written what it read.
        await using var batch = db.CreateBatch();
        batch.Add(
            FindAsked,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(SnakeCaseEnum<OutboxKind>.Format(OutboxKind.MatchDeal)),
            linked.Column(l => l.Deal.Value)
        );
        batch.Add(
            FindContacts,
            BatchCommands.Scalar(account.Value),
            linked.Column(l => l.Deal.Value),
            linked.Column(l => l.Contact.Value)
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var asked = new HashSet<long>();
        while (await reader.ReadAsync(cancellationToken))
            asked.Add(reader.GetInt64(0));
        await reader.NextResultAsync(cancellationToken);
        var known = new List<KnownContact>();
        while (await reader.ReadAsync(cancellationToken))
            known.Add(ContactOf(reader, asked));
        return known;
    }

    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        var now = await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp()").ToListAsync(cancellationToken);
        return now.Single();
    }

    public async Task<IReadOnlySet<DealId>> MarkReadAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> asked,
        IReadOnlyCollection<DealId> withPhones,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        foreach (var (sql, deals) in new[] { (FindOvertaken, asked), (MarkRead, withPhones) })
            batch.Add(sql, BatchCommands.Scalar(account.Value), deals.Column(deal => deal.Value), BatchCommands.Scalar(askedAt));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var overtaken = new HashSet<DealId>();
        while (await reader.ReadAsync(cancellationToken))
            overtaken.Add(new(reader.GetInt64(0)));
        return overtaken;
    }

    private static KnownContact ContactOf(NpgsqlDataReader row, HashSet<long> asked) =>
        new(
            new(row.GetInt64(0)),
            new(row.GetInt64(1)),
            IsAdopted: row.GetBoolean(2),
            row.IsDBNull(3) ? null : new(new(row.GetInt64(3)), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7)),
            row.GetFieldValue<string[]>(8),
            IsBeingRead: asked.Contains(row.GetInt64(0))
        );

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
