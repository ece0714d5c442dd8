using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FigureIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads");

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads",
                columns: new[] { "user_account_id", "created_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "amocrm_lead_id", "is_deleted", "creative_id", "direction_id", "is_qualified", "first_qualified_at", "current_pipeline_id", "current_status_id" });

            // A funnel reads every stage that the leads of a period reached: from the key alone when that has the times too. The
            // model cannot say so of a key.
            migrationBuilder.Sql(
                "ALTER TABLE lead_stage_reached DROP CONSTRAINT pk_lead_stage_reached, ADD CONSTRAINT pk_lead_stage_reached"
                    + " PRIMARY KEY (user_account_id, amocrm_lead_id, pipeline_id, status_id) INCLUDE (first_entered_at, last_entered_at);"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads");

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads",
                columns: new[] { "user_account_id", "created_at", "id" });

            migrationBuilder.Sql(
                "ALTER TABLE lead_stage_reached DROP CONSTRAINT pk_lead_stage_reached, ADD CONSTRAINT pk_lead_stage_reached"
                    + " PRIMARY KEY (user_account_id, amocrm_lead_id, pipeline_id, status_id);"
            );
        }
    }
}
