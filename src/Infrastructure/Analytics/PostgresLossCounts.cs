using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresLossCounts(AnalyticsDatabase database) : ILossCounts
{
    private const string Losses = """
        SELECT s.loss_reason, c.creative_id, count(*)
        FROM cohort c
        LEFT JOIN sales s ON s.user_account_id = $1 AND s.amocrm_deal_id = c.amocrm_lead_id AND s.status = 'lost'
        WHERE c.current_status_id = 143
        GROUP BY 1, 2
        """;

    public async Task<IReadOnlyList<LossCount>> CountAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, Losses);
        return await command.ListAsync(
            row => new LossCount(row.IsDBNull(0) ? null : row.GetString(0), row.Creative(1), row.GetInt64(2)),
            cancellationToken
        );
    }
}
