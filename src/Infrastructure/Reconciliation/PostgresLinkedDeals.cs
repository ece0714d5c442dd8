using System.Globalization;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Reconciliation;

namespace AmoCrmQualification.Infrastructure.Reconciliation;

internal sealed class PostgresLinkedDeals(AppDbContext db, NpgsqlDataSource database) : ILinkedDeals
{
    private const string Count = """
        SELECT count(*) FROM leads WHERE user_account_id = $1 AND amocrm_lead_id IS NOT NULL AND erased_at IS NULL
        """;

    private const string Page = """
        SELECT l.amocrm_lead_id, l.current_pipeline_id, l.current_status_id, d.price, l.is_deleted, d.events_read_at IS NOT NULL, d.added_at,
               d.responsible_user_id, m.mark_codes, m.mark_values
        FROM leads l LEFT JOIN amocrm_deals d ON d.user_account_id = $1 AND d.amocrm_lead_id = l.amocrm_lead_id
        LEFT JOIN LATERAL (SELECT array_agg(m.code) AS mark_codes, array_agg(m.value) AS mark_values FROM lead_marks m
                           WHERE m.user_account_id = $1 AND m.amocrm_lead_id = l.amocrm_lead_id) m ON true
        WHERE l.user_account_id = $1 AND l.amocrm_lead_id > $2 AND l.erased_at IS NULL
        ORDER BY l.amocrm_lead_id LIMIT $3
        """;

    private const string NoteAdded = """
        UPDATE amocrm_deals d SET added_at = made.at FROM unnest($2, $3) AS made (deal, at)
        WHERE d.user_account_id = $1 AND d.amocrm_lead_id = made.deal AND d.added_at IS NULL
        """;

    private const string NoteRead = """
        UPDATE amocrm_deals SET events_read_at = now()
        WHERE user_account_id = $1 AND amocrm_lead_id = ANY ($2) AND events_read_at IS NULL
        """;

    private const string UnknownStages = """
        SELECT EXISTS (
          SELECT FROM (SELECT DISTINCT current_pipeline_id, current_status_id FROM leads WHERE user_account_id = $1 AND current_status_id IS NOT NULL) l
          WHERE NOT EXISTS (
            SELECT FROM amocrm_pipeline_stages s
            WHERE s.user_account_id = $1 AND s.pipeline_id = l.current_pipeline_id AND s.status_id = l.current_status_id))
        """;

    public async Task<int> CountAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Count, BatchCommands.Scalar(account.Value));
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public async Task<IReadOnlyList<LinkedDeal>> PageAsync(
        UserAccountId account,
        long after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            Page,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(after),
            BatchCommands.Scalar(limit)
        );
        return await command.ListAsync(DealOf, cancellationToken);
    }

    public async Task NoteAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoEvent> added,
        IReadOnlyCollection<DealId> read,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        if (added.Count > 0)
            batch.Add(NoteAdded, BatchCommands.Scalar(account.Value), added.Column(e => e.Deal.Value), added.Column(e => e.At));
        if (read.Count > 0)
            batch.Add(NoteRead, BatchCommands.Scalar(account.Value), read.Column(d => d.Value));
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> HaveUnknownStagesAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        batch.Add(UnknownStages, BatchCommands.Scalar(account.Value));
        return (bool)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    private static LinkedDeal DealOf(NpgsqlDataReader row) =>
        new(
            new(row.GetInt64(0)),
            row.IsDBNull(1) ? null : new Stage(new(row.GetInt64(1)), new(row.GetInt64(2))),
            row.IsDBNull(3) ? null : row.GetInt64(3),
            row.GetBoolean(4),
            row.GetBoolean(5),
            row.Instant(6)
        )
        {
            Responsible = row.IsDBNull(7) ? null : new(row.GetInt64(7)),
            Marks = row.IsDBNull(8)
                ? new HashSet<(string, string)>()
                : row.GetFieldValue<string[]>(8).Zip(row.GetFieldValue<string[]>(9)).ToHashSet(),
        };
}
