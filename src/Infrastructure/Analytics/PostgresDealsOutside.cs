using System.Globalization;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresDealsOutside(AnalyticsDatabase database) : IDealsOutside
{
    // These deals were in a stage and have no lead. Deals without a lead are found by the keys alone first: most have one, and
    // their rows are wide. Of deletions and restorations the latest counts.
    private const string Outside = """
        SELECT count(*), sum(d.price)
        FROM (
          SELECT k.amocrm_lead_id FROM amocrm_deals k
          WHERE k.user_account_id = $1
            AND NOT EXISTS (SELECT 1 FROM leads l WHERE l.user_account_id = $1 AND l.amocrm_lead_id = k.amocrm_lead_id)
          OFFSET 0) AS free
        JOIN amocrm_deals d ON d.user_account_id = $1 AND d.amocrm_lead_id = free.amocrm_lead_id
        WHERE coalesce(coalesce(d.created_at, d.added_at, d.first_seen_at) >= $2, true)
          AND coalesce(coalesce(d.created_at, d.added_at, d.first_seen_at) < $3, true)
          AND d.visit_stages IS NOT NULL
          AND coalesce((SELECT e ->> 'Kind' FROM jsonb_array_elements(d.deletions) e
                        ORDER BY (e ->> 'At')::timestamptz DESC LIMIT 1), $4) <> $5
        """;

    public async Task<OutsideCount> CountAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Outside,
            [
                BatchCommands.Scalar(cohort.Account.Value),
                BatchCommands.Scalar(cohort.Created.From),
                BatchCommands.Scalar(cohort.Created.Until),
                BatchCommands.Scalar(KindAsStored(DeletionKind.Restored)),
                BatchCommands.Scalar(KindAsStored(DeletionKind.Deleted)),
            ]
        );
        return (
            await command.ListAsync(
                row => new OutsideCount(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetDecimal(1)),
                cancellationToken
            )
        )[0];
    }

    private static string KindAsStored(DeletionKind kind) => ((int)kind).ToString(CultureInfo.InvariantCulture);
}
