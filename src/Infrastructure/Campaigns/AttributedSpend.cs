namespace AmoCrmQualification.Infrastructure.Campaigns;

/// <summary>
/// Attributes rows of <c>ad_spend</c>: <c>(date, creative_id, spend, currency)</c>, with null for an ad that nobody
/// knows. A day of a creative is told by its ads or as a whole; told in both ways it is not added up: the ads count.
/// A row that names its creative goes before what the ad shows now; an ad that moves takes its spend along.
/// </summary>
internal static class AttributedSpend
{
    /// <summary>The account is $1.</summary>
    /// <param name="days">Further conditions on the row <c>s</c>, which may only speak of its date.</param>
    /// <param name="accountCurrency">Stands where a row has no currency.</param>
    public static string Build(string days, string accountCurrency) =>
        $"""
            SELECT t.date, t.creative_id, t.spend, t.currency
            FROM (
              SELECT s.date, w.creative_id, s.spend, coalesce(s.currency, {accountCurrency}) AS currency, s.ad_id IS NOT NULL AS by_ad,
                bool_or(s.ad_id IS NOT NULL AND s.spend > 0) OVER (PARTITION BY s.date, w.creative_id) AS has_ads
              FROM ad_spend s
              LEFT JOIN creative_ads a ON a.user_account_id = $1 AND a.ad_id = s.ad_id
              CROSS JOIN LATERAL (SELECT coalesce(s.creative_id, a.creative_id) AS creative_id) w
              WHERE s.user_account_id = $1 {days}) t
            WHERE t.by_ad OR NOT t.has_ads
            """;
}
