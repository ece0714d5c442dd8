using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Infrastructure.Campaigns;

internal sealed class RecordAdSpendHandler(AppDbContext db, ILocks locks, AdSpendReader reader, TimeProvider clock)
    : IRequestHandler<RecordAdSpendCommand, RecordedAdSpend>
{
    // In the order of the index: two files with the same days wait for each other, and never in a ring.
    private const string UpsertAds = """
        INSERT INTO ad_spend AS s (user_account_id, id, date, ad_id, creative_id, spend, currency, impressions, clicks, created_at, updated_at)
        SELECT $1, r.id, r.date, r.ad_id, coalesce(r.creative_id, o.creative_id, a.creative_id), r.spend, r.currency, r.impressions, r.clicks, $2, $2
        FROM unnest($3, $4, $5, $6, $7, $8, $9, $10) AS r (id, date, ad_id, creative_id, spend, currency, impressions, clicks)
        LEFT JOIN creative_ads a ON a.user_account_id = $1 AND a.ad_id = r.ad_id
        LEFT JOIN ad_spend o ON o.user_account_id = $1 AND o.date = r.date AND o.ad_id = r.ad_id
        ORDER BY r.date, r.ad_id
        ON CONFLICT (user_account_id, date, ad_id) WHERE ad_id IS NOT NULL DO UPDATE SET
          creative_id = excluded.creative_id, spend = excluded.spend, currency = excluded.currency,
          impressions = excluded.impressions, clicks = excluded.clicks, updated_at = excluded.updated_at
        RETURNING CASE WHEN s.creative_id IS NULL THEN s.ad_id END
        """;

    private const string UpsertCreatives = """
        INSERT INTO ad_spend (user_account_id, id, date, creative_id, spend, currency, impressions, clicks, created_at, updated_at)
        SELECT $1, r.id, r.date, r.creative_id, r.spend, r.currency, r.impressions, r.clicks, $2, $2
        FROM unnest($3, $4, $5, $6, $7, $8, $9) AS r (id, date, creative_id, spend, currency, impressions, clicks)
        ORDER BY r.date, r.creative_id
        ON CONFLICT (user_account_id, date, creative_id) WHERE ad_id IS NULL DO UPDATE SET
          spend = excluded.spend, currency = excluded.currency,
          impressions = excluded.impressions, clicks = excluded.clicks, updated_at = excluded.updated_at
        """;

    public async Task<RecordedAdSpend> Handle(RecordAdSpendCommand command, CancellationToken cancellationToken)
    {
        var (rows, ignored) = await reader.ReadAsync(command.Account, command.File, cancellationToken);
        if (rows.Count == 0)
            return new(0, [], [], ignored);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireSharedAsync(command.Account, cancellationToken); // no ad becomes known in between
        var unknown = await WriteAsync(command.Account, rows, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(rows.Count, unknown, [], ignored);
    }

    /// <summary>
    /// A row without a creative gets that of its ad, unless it was settled before. Returns the ads that nobody knows.
    /// </summary>
    private async Task<IReadOnlyList<string>> WriteAsync(
        UserAccountId account,
        IReadOnlyCollection<SpendRow> rows,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ads = rows.Where(r => r.AdId is not null).ToList();
        var creatives = rows.Where(r => r.AdId is null).ToList();
        await using var batch = db.CreateBatch();
        batch.Add(
            UpsertAds,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(now),
            ads.Column(_ => AdSpendId.New().Value),
            ads.Column(r => r.Date),
            ads.Column(r => r.AdId),
            ads.Column(r => r.CreativeId?.Value),
            ads.Column(r => r.Spend),
            ads.Column(r => r.Currency),
            ads.Column(r => r.Impressions),
            ads.Column(r => r.Clicks)
        );
        batch.Add(
            UpsertCreatives,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(now),
            creatives.Column(_ => AdSpendId.New().Value),
            creatives.Column(r => r.Date),
            creatives.Column(r => r.CreativeId?.Value),
            creatives.Column(r => r.Spend),
            creatives.Column(r => r.Currency),
            creatives.Column(r => r.Impressions),
            creatives.Column(r => r.Clicks)
        );

        SortedSet<string> unknown = new(StringComparer.Ordinal);
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            if (!await row.IsDBNullAsync(0, cancellationToken))
                unknown.Add(row.GetString(0));
        return [.. unknown];
    }
}
