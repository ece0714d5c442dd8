using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class UnreadableAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "unknown_time_zone",
                table: "user_accounts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "skipped",
                table: "sync_runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "unknown_time_zone",
                table: "user_accounts");

            migrationBuilder.DropColumn(
                name: "skipped",
                table: "sync_runs");
        }
    }
}
