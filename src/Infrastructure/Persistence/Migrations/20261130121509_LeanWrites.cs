using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LeanWrites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "webhook_claims")
                .Annotation("Npgsql:UnloggedTable", true);

            migrationBuilder.AlterTable(
                name: "amocrm_deals")
                .Annotation("Npgsql:StorageParameter:fillfactor", 85);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "webhook_claims")
                .OldAnnotation("Npgsql:UnloggedTable", true);

            migrationBuilder.AlterTable(
                name: "amocrm_deals")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 85);
        }
    }
}
