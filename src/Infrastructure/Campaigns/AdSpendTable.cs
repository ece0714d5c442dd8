using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Infrastructure.Campaigns;

/// <summary>Writes rows of ad spend and the names of their ads, in the transaction that is open.</summary>
internal sealed class AdSpendTable(AppDbContext db, TimeProvider clock)
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

    private const string UpsertNames = """
        INSERT INTO ad_names AS n (user_account_id, ad_id, name)
        SELECT $1, r.ad_id, r.name FROM unnest($2, $3) AS r (ad_id, name)
        ORDER BY r.ad_id
        ON CONFLICT (user_account_id, ad_id) DO UPDATE SET name = excluded.name WHERE n.name <> excluded.name
        """;

    /// <summary>
    /// A row without a creative gets that of its ad, unless it was settled before. Returns the ads without a creative.
    /// </summary>
    public async Task<IReadOnlyList<string>> UpsertAsync(
        UserAccountId account,
        IReadOnlyCollection<SpendRow> rows,
        CancellationToken cancellationToken
    )
    {
        var ads = rows.Where(r => r.AdId is not null).ToList();
        var creatives = rows.Where(r => r.AdId is null).ToList();
        var named = ads.Where(r => r.AdName is not null).OrderByDescending(r => r.Date).DistinctBy(r => r.AdId).ToList();
        await using var batch = db.CreateBatch();
        batch.Add(
            UpsertAds,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(clock.GetUtcNow()),
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
            BatchCommands.Scalar(clock.GetUtcNow()),
            creatives.Column(_ => AdSpendId.New().Value),
            creatives.Column(r => r.Date),
            creatives.Column(r => r.CreativeId?.Value),
            creatives.Column(r => r.Spend),
            creatives.Column(r => r.Currency),
            creatives.Column(r => r.Impressions),
            creatives.Column(r => r.Clicks)
        );
        batch.Add(UpsertNames, BatchCommands.Scalar(account.Value), named.Column(r => r.AdId), named.Column(r => r.AdName));

        SortedSet<string> unknown = new(StringComparer.Ordinal);
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            if (!await row.IsDBNullAsync(0, cancellationToken))
                unknown.Add(row.GetString(0));
        return [.. unknown];
    }
}
