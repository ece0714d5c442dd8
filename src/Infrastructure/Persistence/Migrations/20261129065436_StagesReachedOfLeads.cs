using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class StagesReachedOfLeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads");

            migrationBuilder.AddColumn<long>(
                name: "lost_from_status_id",
                table: "leads",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long[]>(
                name: "stages_reached",
                table: "leads",
                type: "bigint[]",
                nullable: true);

            migrationBuilder.Sql("""
                UPDATE leads l SET stages_reached = r.stages
                FROM (
                  SELECT user_account_id, amocrm_lead_id, (array_agg((pipeline_id << 32 | status_id) ORDER BY pipeline_id, status_id))[:200] AS stages
                  FROM lead_stage_reached
                  WHERE pipeline_id BETWEEN 0 AND 2147483647 AND status_id BETWEEN 0 AND 4294967295
                  GROUP BY 1, 2) r
                WHERE l.user_account_id = r.user_account_id AND l.amocrm_lead_id = r.amocrm_lead_id;

                UPDATE leads l SET lost_from_status_id = (
                  SELECT h.to_status_id FROM amocrm_lead_status_history h
                  WHERE h.user_account_id = l.user_account_id AND h.amocrm_lead_id = l.amocrm_lead_id
                    AND h.to_pipeline_id = l.current_pipeline_id AND h.to_status_id <> 143
                  ORDER BY date_trunc('second', h.changed_at) DESC, h.order_in_second DESC LIMIT 1)
                WHERE l.current_status_id = 143;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads",
                columns: new[] { "user_account_id", "created_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "amocrm_lead_id", "is_deleted", "creative_id", "direction_id", "is_qualified", "first_qualified_at", "current_pipeline_id", "current_status_id", "lost_from_status_id", "stages_reached" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "lost_from_status_id",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "stages_reached",
                table: "leads");

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads",
                columns: new[] { "user_account_id", "created_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "amocrm_lead_id", "is_deleted", "creative_id", "direction_id", "is_qualified", "first_qualified_at", "current_pipeline_id", "current_status_id" });
        }
    }
}
