using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <summary>The visits of each deal, so that time in stage is read and not computed from the history.</summary>
    public partial class Rollups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long[]>(
                name: "visit_stages",
                table: "amocrm_deals",
                type: "bigint[]",
                nullable: true);

            migrationBuilder.AddColumn<long[]>(
                name: "visit_starts",
                table: "amocrm_deals",
                type: "bigint[]",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "rollup_differences",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup_differences", x => x.user_account_id);
                });

            // Until it is done deals are locked: about a minute for each million. What a former build writes afterwards, rollups rebuild adds.
            migrationBuilder.Sql(
                """
                UPDATE amocrm_deals d SET visit_stages = c.stages, visit_starts = c.starts
                FROM (
                  SELECT h.user_account_id, h.amocrm_lead_id,
                    array_agg(coalesce(CASE WHEN h.to_pipeline_id BETWEEN 0 AND 2147483647 AND h.to_status_id BETWEEN 0 AND 4294967295
                      THEN h.to_pipeline_id << 32 | h.to_status_id END, 0) ORDER BY date_trunc('second', h.changed_at), h.order_in_second) AS stages,
                    array_agg(floor(date_part('epoch', h.changed_at))::bigint ORDER BY date_trunc('second', h.changed_at), h.order_in_second) AS starts
                  FROM amocrm_lead_status_history h GROUP BY 1, 2) c
                WHERE d.user_account_id = c.user_account_id AND d.amocrm_lead_id = c.amocrm_lead_id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rollup_differences");

            migrationBuilder.DropColumn(
                name: "visit_stages",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "visit_starts",
                table: "amocrm_deals");
        }
    }
}
