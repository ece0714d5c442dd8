using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DealsMadeElsewhere : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "adopt_deals",
                table: "user_accounts",
                type: "text",
                nullable: false,
                defaultValue: "all");

            migrationBuilder.AddColumn<DateOnly>(
                name: "adopt_from",
                table: "user_accounts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long[]>(
                name: "adopt_pipelines",
                table: "user_accounts",
                type: "bigint[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "_ym_uid",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "attributed_at",
                table: "leads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attribution_ad_id",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attribution_code",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attribution_rule",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attribution_value",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "attribution_version",
                table: "leads",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "fbclid",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gclid",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_test",
                table: "leads",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "yclid",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_archived",
                table: "creatives",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "platform",
                table: "creatives",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "preview_url",
                table: "creatives",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "amocrm_deals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_confirmed",
                table: "amocrm_deals",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "responsible_changed_at",
                table: "amocrm_deals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "responsible_user_id",
                table: "amocrm_deals",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "tagged_lead_id",
                table: "amocrm_deals",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "attribution_settings",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attribution_settings", x => new { x.user_account_id, x.version });
                    table.ForeignKey(
                        name: "fk_attribution_settings_user_accounts_user_account_id",
                        column: x => x.user_account_id,
                        principalTable: "user_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "creative_marks",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    folded_value = table.Column<string>(type: "text", nullable: false),
                    creative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_creative_marks", x => new { x.user_account_id, x.folded_value, x.code });
                });

            migrationBuilder.CreateTable(
                name: "lead_marks",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_marks", x => new { x.user_account_id, x.amocrm_lead_id, x.code, x.source, x.field, x.value });
                });

            migrationBuilder.CreateIndex(
                name: "ix_creative_marks_user_account_id_creative_id",
                table: "creative_marks",
                columns: new[] { "user_account_id", "creative_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attribution_settings");

            migrationBuilder.DropTable(
                name: "creative_marks");

            migrationBuilder.DropTable(
                name: "lead_marks");

            migrationBuilder.DropColumn(
                name: "adopt_deals",
                table: "user_accounts");

            migrationBuilder.DropColumn(
                name: "adopt_from",
                table: "user_accounts");

            migrationBuilder.DropColumn(
                name: "adopt_pipelines",
                table: "user_accounts");

            migrationBuilder.DropColumn(
                name: "_ym_uid",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "attributed_at",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "attribution_ad_id",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "attribution_code",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "attribution_rule",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "attribution_value",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "attribution_version",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "fbclid",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "gclid",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "is_test",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "yclid",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "is_archived",
                table: "creatives");

            migrationBuilder.DropColumn(
                name: "platform",
                table: "creatives");

            migrationBuilder.DropColumn(
                name: "preview_url",
                table: "creatives");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "is_confirmed",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "responsible_changed_at",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "responsible_user_id",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "tagged_lead_id",
                table: "amocrm_deals");
        }
    }
}
