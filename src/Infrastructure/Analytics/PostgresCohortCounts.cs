using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresCohortCounts(NpgsqlDataSource database, AppDbContext db) : ICohortCounts
{
    private const string ByCreative = $"""
        , brought AS (
          SELECT c.creative_id, {CohortSql.Outcome}, count(*) FILTER (WHERE c.created_at <= $10)
          FROM cohort c {CohortSql.PaidSales}
          GROUP BY c.creative_id),
        paid AS (SELECT creative_id, {CohortSql.Spend} AS spend FROM spent GROUP BY creative_id)
        SELECT coalesce(b.creative_id, p.creative_id), k.title, k.direction_id, b.*, p.spend
        FROM brought b (creative_id, leads, qualified, won, won_qualified, revenue, mature)
        FULL JOIN paid p ON p.creative_id IS NOT DISTINCT FROM b.creative_id
        LEFT JOIN creatives k ON k.user_account_id = $1 AND k.id = coalesce(b.creative_id, p.creative_id)
        """;

    private const string Total = $"""
        SELECT {CohortSql.Outcome}, (SELECT {CohortSql.Spend} FROM spent)
        FROM cohort c {CohortSql.PaidSales}
        """;

    private const string ByInterval = $"""
        , brought AS (
          SELECT date_trunc($10, c.created_at AT TIME ZONE $11)::date, {CohortSql.Outcome}
          FROM cohort c {CohortSql.PaidSales}
          GROUP BY 1),
        paid AS (SELECT date_trunc($10, date::timestamp)::date AS day, {CohortSql.Spend} AS spend FROM spent GROUP BY 1)
        SELECT coalesce(b.day, p.day), b.*, p.spend
        FROM brought b (day, leads, qualified, won, won_qualified, revenue)
        FULL JOIN paid p ON p.day = b.day
        """;

    // An hour is fine enough for days and keeps a million leads to some thousand rows.
    private const string TimesToQualify = """
        SELECT greatest(0, ceil(extract(epoch FROM CASE WHEN c.qualified THEN c.qualified_at ELSE $10 END - c.created_at) / 3600))::bigint,
          c.qualified, count(*)
        FROM cohort c
        GROUP BY 1, 2
        """;

    public async Task<IReadOnlyList<CreativeCount>> ByCreativeAsync(
        Cohort cohort,
        DateTimeOffset? matureBefore,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(cohort, ByCreative, BatchCommands.Scalar(matureBefore));
        return await command.ListAsync(
            row => new CreativeCount(
                row.IsDBNull(0) ? null : new CreativeId(row.GetGuid(0)),
                row.IsDBNull(1) ? null : row.GetString(1),
                row.IsDBNull(2) ? null : new DirectionId(row.GetGuid(2)),
                row.Outcome(4, spend: 10),
                row.IsDBNull(9) ? 0 : row.GetInt64(9)
            ),
            cancellationToken
        );
    }

    public async Task<OutcomeCount> TotalAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, Total);
        return (await command.ListAsync(row => row.Outcome(0, spend: 5), cancellationToken))[0];
    }

    public async Task<IReadOnlyDictionary<DateOnly, OutcomeCount>> ByIntervalAsync(
        Cohort cohort,
        TrendInterval interval,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            cohort,
            ByInterval,
            BatchCommands.Scalar(Words<TrendInterval>.Of(interval)),
            BatchCommands.Scalar(cohort.Zone.Id)
        );
        var days = await command.ListAsync(
            row => (Day: row.GetFieldValue<DateOnly>(0), Outcome: row.Outcome(2, spend: 7)),
            cancellationToken
        );
        return days.ToDictionary(d => d.Day, d => d.Outcome);
    }

    public async Task<IReadOnlyList<TimedOutcome>> TimesToQualifyAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, TimesToQualify, BatchCommands.Scalar(cohort.Now));
        return await command.ListAsync(
            row => new TimedOutcome(row.GetInt64(0) / 24.0, row.GetBoolean(1), row.GetInt64(2)),
            cancellationToken
        );
    }

    public Task<long> UnlinkedAsync(Cohort cohort, CancellationToken cancellationToken) =>
        db
            .Leads.FromSqlRaw(
                $"SELECT l.* FROM leads l WHERE l.amocrm_lead_id IS NULL AND NOT l.is_deleted AND {CohortSql.Chosen(cohort)}",
                [.. CohortSql.Parameters(cohort)]
            )
            .LongCountAsync(cancellationToken);

    public IQueryable<Lead> Leads(Cohort cohort, bool? isQualified) =>
        db.Leads.FromSqlRaw(
            $"SELECT l.* FROM leads l WHERE l.user_account_id = $1 AND l.id IN ({CohortSql.With(cohort)} SELECT id FROM cohort {Which(isQualified)})",
            [.. CohortSql.Parameters(cohort)]
        );

    private static string Which(bool? isQualified) =>
        isQualified switch
        {
            null => "",
            true => "WHERE qualified",
            false => "WHERE NOT qualified",
        };
}
