using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AdSpend : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ad_spend",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    ad_id = table.Column<string>(type: "text", nullable: true),
                    creative_id = table.Column<Guid>(type: "uuid", nullable: true),
                    spend = table.Column<decimal>(type: "numeric", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: true),
                    impressions = table.Column<long>(type: "bigint", nullable: true),
                    clicks = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ad_spend", x => new { x.user_account_id, x.id });
                    table.CheckConstraint("ck_ad_spend_of_something", "ad_id IS NOT NULL OR creative_id IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_ad_spend_creatives_user_account_id_creative_id",
                        columns: x => new { x.user_account_id, x.creative_id },
                        principalTable: "creatives",
                        principalColumns: new[] { "user_account_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_ad_spend_user_accounts_user_account_id",
                        column: x => x.user_account_id,
                        principalTable: "user_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ad_spend_user_account_id_date_ad_id",
                table: "ad_spend",
                columns: new[] { "user_account_id", "date", "ad_id" },
                unique: true,
                filter: "ad_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ad_spend_user_account_id_date_creative_id",
                table: "ad_spend",
                columns: new[] { "user_account_id", "date", "creative_id" },
                unique: true,
                filter: "ad_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ad_spend_user_account_id_date_id",
                table: "ad_spend",
                columns: new[] { "user_account_id", "date", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ad_spend");
        }
    }
}
