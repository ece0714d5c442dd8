using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RefusedLeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_leads_refused",
                table: "leads",
                columns: new[] { "user_account_id", "created_at", "id" },
                filter: "amocrm_push = 'failed'")
                .Annotation("Npgsql:IndexInclude", new[] { "updated_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_refused",
                table: "leads");
        }
    }
}
