using AmoCrmQualification.Application.Matching;

namespace AmoCrmQualification.Infrastructure.Matching;

internal sealed class PostgresUnmatchedDeals(AppDbContext db) : IUnmatchedDeals
{
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
                                WHERE l.user_account_id = d.user_account_id AND l.amocrm_lead_id = d.amocrm_lead_id), NOT {onlyOfAdopted})
                ORDER BY d.first_seen_at DESC, d.amocrm_lead_id DESC LIMIT {limit}
                """
            )
            .ToListAsync(cancellationToken);
        return deals.ConvertAll(deal => new DealId(deal));
    }

    public Task MarkReadAsync(UserAccountId account, IReadOnlyCollection<DealId> deals, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE amocrm_deals SET contacts_read_at = now()
            WHERE user_account_id = {account.Value} AND amocrm_lead_id = ANY ({deals.Select(d => d.Value).ToArray()})
            """,
            cancellationToken
        );
}
