using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DeliveryReplays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "content_encoding",
                table: "webhook_inbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "earlier_outcome",
                table: "webhook_inbox",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "content_encoding",
                table: "webhook_deliveries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "error",
                table: "webhook_deliveries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "replays",
                table: "webhook_deliveries",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "content_encoding",
                table: "webhook_inbox");

            migrationBuilder.DropColumn(
                name: "earlier_outcome",
                table: "webhook_inbox");

            migrationBuilder.DropColumn(
                name: "content_encoding",
                table: "webhook_deliveries");

            migrationBuilder.DropColumn(
                name: "error",
                table: "webhook_deliveries");

            migrationBuilder.DropColumn(
                name: "replays",
                table: "webhook_deliveries");
        }
    }
}
