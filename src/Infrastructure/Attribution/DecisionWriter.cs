using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Infrastructure.Attribution;

/// <summary>Writes whose leads are. The direction follows the creative, unless intake named another.</summary>
internal static class DecisionWriter
{
    private const string Save = """
        UPDATE leads l
        SET creative_id = s.creative,
            direction_id = CASE
              WHEN s.creative IS NOT DISTINCT FROM l.creative_id THEN l.direction_id
              WHEN l.source_type = 'crm' OR (s.creative IS NOT NULL AND (l.direction_id IS NULL OR l.direction_id = (
                  SELECT former.direction_id FROM creatives former WHERE former.user_account_id = $1 AND former.id = l.creative_id)))
                THEN now_of.direction_id
              ELSE l.direction_id END,
            attribution_rule = s.rule, attribution_ad_id = s.ad, attribution_code = s.code, attribution_value = s.value,
            attributed_at = CASE WHEN (l.creative_id, l.attribution_rule) IS DISTINCT FROM (s.creative, s.rule) THEN moment.at ELSE l.attributed_at END,
            utm_source = CASE l.source_type WHEN 'crm' THEN s.utm_source ELSE l.utm_source END,
            utm_medium = CASE l.source_type WHEN 'crm' THEN s.utm_medium ELSE l.utm_medium END,
            utm_campaign = CASE l.source_type WHEN 'crm' THEN s.utm_campaign ELSE l.utm_campaign END,
            utm_term = CASE l.source_type WHEN 'crm' THEN s.utm_term ELSE l.utm_term END,
            utm_content = CASE l.source_type WHEN 'crm' THEN s.utm_content ELSE l.utm_content END,
            updated_at = now()
        FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
          AS s (lead, creative, rule, ad, code, value, utm_source, utm_medium, utm_campaign, utm_term, utm_content)
        LEFT JOIN creatives now_of ON now_of.user_account_id = $1 AND now_of.id = s.creative
        CROSS JOIN (SELECT now() AS at) AS moment
        WHERE l.user_account_id = $1 AND l.id = s.lead
          AND ((l.creative_id, l.attribution_rule, l.attribution_ad_id, l.attribution_code, l.attribution_value)
               IS DISTINCT FROM (s.creative, s.rule, s.ad, s.code, s.value)
            OR l.source_type = 'crm' AND (l.utm_source, l.utm_medium, l.utm_campaign, l.utm_term, l.utm_content)
               IS DISTINCT FROM (s.utm_source, s.utm_medium, s.utm_campaign, s.utm_term, s.utm_content))
        """;

    private static readonly string[] s_utm = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];

    public static async Task WriteAsync(
        AppDbContext db,
        UserAccountId account,
        IReadOnlyCollection<LeadDecision> decisions,
        CancellationToken cancellationToken
    )
    {
        if (decisions.Count == 0)
            return;
        await using var batch = db.CreateBatch();
        batch.Add(Save, [BatchCommands.Scalar(account.Value), decisions.Column(d => d.Lead.Value), .. Columns(decisions)]);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Columns of decisions: creative, rule, ad, code, value; then the utm fields of leads made of deals.</summary>
    public static NpgsqlParameter[] Columns(IReadOnlyCollection<LeadDecision> decisions)
    {
        var utm = decisions.Select(UtmOf).ToList();
        return
        [
            decisions.Column(d => d.After.Creative?.Value),
            decisions.Column(d => d.After.Rule),
            decisions.Column(d => d.After.AdId),
            decisions.Column(d => d.After.Evidence?.Code),
            decisions.Column(d => d.After.Evidence?.Value),
            .. s_utm.Select(field => utm.Column(marks => marks.GetValueOrDefault(field))),
        ];
    }

    private static IReadOnlyDictionary<string, string> UtmOf(LeadDecision decision) =>
        decision.IsAdopted
            ? MarkSet.Counting(decision.Marks).ToDictionary(mark => mark.Code, mark => mark.Value, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
