using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <summary>The indexes that figures read have is_test too: without it each lead was looked up in the table.</summary>
    public partial class TestLeadsInFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // While they are built leads are read and not written, some 8 s for each million; see docs/adr/0016 why so.
            migrationBuilder.Sql(
                """
                CREATE INDEX IF NOT EXISTS ix_leads_creative_figures ON leads (user_account_id, creative_id)
                  INCLUDE (is_qualified, direction_id, created_at, is_test) WHERE amocrm_lead_id IS NOT NULL AND NOT is_deleted;
                """);
            migrationBuilder.Sql(
                """
                CREATE INDEX IF NOT EXISTS ix_leads_figures ON leads (user_account_id, created_at, id)
                  INCLUDE (amocrm_lead_id, is_deleted, creative_id, direction_id, is_qualified, first_qualified_at, current_pipeline_id,
                    current_status_id, lost_from_status_id, is_test, stages_reached);
                """);

            // After the commit: who waits for readers to end must not keep writers waiting, one of which a reader may become.
            migrationBuilder.Sql("DROP INDEX IF EXISTS ix_leads_qualification_stats;", suppressTransaction: true);
            migrationBuilder.Sql("DROP INDEX IF EXISTS ix_leads_user_account_id_created_at_id;", suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE INDEX IF NOT EXISTS ix_leads_qualification_stats ON leads (user_account_id, creative_id)
                  INCLUDE (is_qualified, direction_id, created_at) WHERE amocrm_lead_id IS NOT NULL AND NOT is_deleted;
                """);
            migrationBuilder.Sql(
                """
                CREATE INDEX IF NOT EXISTS ix_leads_user_account_id_created_at_id ON leads (user_account_id, created_at, id)
                  INCLUDE (amocrm_lead_id, is_deleted, creative_id, direction_id, is_qualified, first_qualified_at, current_pipeline_id,
                    current_status_id, lost_from_status_id, stages_reached);
                """);
            migrationBuilder.Sql("DROP INDEX IF EXISTS ix_leads_creative_figures;", suppressTransaction: true);
            migrationBuilder.Sql("DROP INDEX IF EXISTS ix_leads_figures;", suppressTransaction: true);
        }
    }
}
