using System.Globalization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Short words for asking for figures, and for the past they are made of.</summary>
internal static partial class FigureCalls
{
    public static Task<JsonElement> FiguresAsync(this TestAccount account, string path) =>
        account.GetAsync("/api/analytics/" + path);

    public static async Task<IReadOnlyList<JsonElement>> CreativesAsync(this TestAccount account, string filter = "") =>
        (await account.FiguresAsync($"creatives?{filter}")).List("creatives");

    /// <summary>Linked leads of one kind, straight into the table.</summary>
    public static Task InsertLeadsAsync(
        this TestAccount account,
        DateTimeOffset created,
        DateTimeOffset? qualified = null,
        int count = 1,
        Guid? creative = null,
        bool? isQualified = null,
        Guid? direction = null
    ) =>
        account.Service.ExecuteAsync(
            """
            INSERT INTO leads (user_account_id, id, source_type, creative_id, direction_id, amocrm_lead_id, amocrm_push, is_qualified,
                               first_qualified_at, is_deleted, created_at, updated_at)
            SELECT $1, gen_random_uuid(), 'website', $2::uuid, $7::uuid, base + n, 'not_needed', $3, $4::timestamptz, false, $5, $5
            FROM generate_series(1, $6) n,
                 (SELECT coalesce(max(amocrm_lead_id), 1000000) AS base FROM leads WHERE user_account_id = $1) known
            """,
            account.Id,
            creative is { } id ? id : DBNull.Value,
            isQualified ?? qualified is not null,
            qualified is { } at ? at : DBNull.Value,
            created,
            count,
            direction is { } known ? known : DBNull.Value
        );

    /// <summary>A paid sale of some lead of the creative that has none.</summary>
    public static Task InsertSaleAsync(
        this TestAccount account,
        Guid creative,
        long? amount,
        string? currency,
        DateTimeOffset? closed = null
    ) =>
        account.Service.ExecuteAsync(
            """
            INSERT INTO sales (user_account_id, id, lead_id, amocrm_deal_id, amocrm_pipeline_id, amocrm_status_id, amount, currency,
                               status, closed_at, created_at, updated_at)
            SELECT $1, gen_random_uuid(), l.id, l.amocrm_lead_id, 1, 142, $3::bigint, $4::text, 'paid', $5, $5, $5
            FROM leads l WHERE l.user_account_id = $1 AND l.creative_id = $2
              AND NOT EXISTS (SELECT 1 FROM sales s WHERE s.user_account_id = $1 AND s.lead_id = l.id)
            ORDER BY l.is_qualified DESC LIMIT 1
            """,
            account.Id,
            creative,
            amount is { } known ? known : DBNull.Value,
            currency is null ? DBNull.Value : currency,
            closed ?? TimeProvider.System.GetUtcNow()
        );

    public static Task InsertSpendAsync(
        this TestAccount account,
        string date,
        decimal spend,
        string? ad = null,
        Guid? creative = null,
        string? currency = "RUB"
    ) =>
        account.Service.ExecuteAsync(
            """
            INSERT INTO ad_spend (user_account_id, id, date, ad_id, creative_id, spend, currency, created_at, updated_at)
            VALUES ($1, gen_random_uuid(), $2, $3::text, $4::uuid, $5, $6::text, now(), now())
            """,
            account.Id,
            DateOnly.Parse(date, CultureInfo.InvariantCulture),
            ad is null ? DBNull.Value : ad,
            creative is { } id ? id : DBNull.Value,
            spend,
            currency is null ? DBNull.Value : currency
        );

    /// <summary>A number that may be none, with decimals.</summary>
    public static double? Decimal(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetDouble() : null;

    /// <summary>Figures without the instants that their rates were counted at.</summary>
    public static string Timeless(this JsonElement figures) => AsOf().Replace(figures.GetRawText(), "");

    /// <summary>A rate as a line: <c>35/40 87.5 [73.9; 94.5]</c>.</summary>
    public static string Rate(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Object } rate
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{rate.Number("numerator")}/{rate.Number("denominator")} {rate.Decimal("rate")} [{rate.Decimal("lo")}; {rate.Decimal("hi")}]"
            )
            : "-";

    [GeneratedRegex("\"as_of\":\"[^\"]*\"", RegexOptions.ExplicitCapture)]
    private static partial Regex AsOf();
}
