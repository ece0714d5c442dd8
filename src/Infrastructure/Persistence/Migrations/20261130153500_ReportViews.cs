using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <summary>
    /// What BI tools read: of one account, which the name of the role says, and no word about persons. Figures count leads
    /// of a deal that are neither deleted nor tests.
    /// </summary>
    public partial class ReportViews : Migration
    {
        private const string Account = """
            CREATE FUNCTION report_account() RETURNS uuid LANGUAGE sql STABLE
              RETURN CASE WHEN current_user ~ '^report_[0-9a-f]{32}$' THEN substring(current_user::text FROM 8)::uuid END
            """;

        private const string Leads = """
            CREATE VIEW report_leads WITH (security_barrier) AS
            SELECT l.id AS lead_id, l.amocrm_lead_id, l.created_at, l.source_type, l.creative_id, c.title AS creative, c.platform,
              coalesce(c.direction_id, l.direction_id) AS direction_id, d.name AS direction, l.ad_id,
              l.utm_source, l.utm_medium, l.utm_campaign, l.utm_content, l.utm_term, l.attribution_rule,
              l.current_pipeline_id AS pipeline_id, s.pipeline_name AS pipeline, l.current_status_id AS status_id, s.status_name AS status,
              l.is_qualified, l.first_qualified_at, l.is_test, l.is_deleted,
              l.amocrm_lead_id IS NOT NULL AND NOT l.is_deleted AND NOT l.is_test AS is_counted
            FROM leads l
            LEFT JOIN creatives c ON c.user_account_id = l.user_account_id AND c.id = l.creative_id
            LEFT JOIN directions d ON d.user_account_id = l.user_account_id AND d.id = coalesce(c.direction_id, l.direction_id)
            LEFT JOIN amocrm_pipeline_stages s ON s.user_account_id = l.user_account_id
              AND s.pipeline_id = l.current_pipeline_id AND s.status_id = l.current_status_id
            WHERE l.user_account_id = report_account()
            """;

        private const string StageEntries = """
            CREATE VIEW report_stage_entries WITH (security_barrier) AS
            SELECT l.id AS lead_id, h.amocrm_lead_id, h.changed_at AS entered_at, h.order_in_second,
              h.from_pipeline_id, h.from_status_id, h.to_pipeline_id AS pipeline_id, s.pipeline_name AS pipeline,
              h.to_status_id AS status_id, s.status_name AS status, s.sort_order, h.source
            FROM amocrm_lead_status_history h
            JOIN leads l ON l.user_account_id = h.user_account_id AND l.amocrm_lead_id = h.amocrm_lead_id
            LEFT JOIN amocrm_pipeline_stages s ON s.user_account_id = h.user_account_id
              AND s.pipeline_id = h.to_pipeline_id AND s.status_id = h.to_status_id
            WHERE h.user_account_id = report_account()
            """;

        private const string Sales = """
            CREATE VIEW report_sales WITH (security_barrier) AS
            SELECT s.id AS sale_id, s.lead_id, s.amocrm_deal_id, l.creative_id, c.title AS creative,
              coalesce(c.direction_id, l.direction_id) AS direction_id, d.name AS direction,
              s.status, s.amount, s.currency, s.loss_reason, s.closed_at
            FROM sales s
            JOIN leads l ON l.user_account_id = s.user_account_id AND l.id = s.lead_id
            LEFT JOIN creatives c ON c.user_account_id = l.user_account_id AND c.id = l.creative_id
            LEFT JOIN directions d ON d.user_account_id = l.user_account_id AND d.id = coalesce(c.direction_id, l.direction_id)
            WHERE s.user_account_id = report_account()
            """;

        private const string Spend = """
            CREATE VIEW report_spend WITH (security_barrier) AS
            SELECT s.date, s.ad_id, n.name AS ad_name, c.id AS creative_id, c.title AS creative, c.platform,
              c.direction_id, d.name AS direction, s.spend, s.currency, s.impressions, s.clicks
            FROM ad_spend s
            LEFT JOIN ad_names n ON n.user_account_id = s.user_account_id AND n.ad_id = s.ad_id
            LEFT JOIN creative_ads a ON a.user_account_id = s.user_account_id AND a.ad_id = s.ad_id
            LEFT JOIN creatives c ON c.user_account_id = s.user_account_id AND c.id = coalesce(a.creative_id, s.creative_id)
            LEFT JOIN directions d ON d.user_account_id = c.user_account_id AND d.id = c.direction_id
            WHERE s.user_account_id = report_account()
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var sql in new[] { Account, Leads, StageEntries, Sales, Spend })
                migrationBuilder.Sql(sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP VIEW report_leads, report_stage_entries, report_sales, report_spend");
            migrationBuilder.Sql("DROP FUNCTION report_account()");
        }
    }
}
