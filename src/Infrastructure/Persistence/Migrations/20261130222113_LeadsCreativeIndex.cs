using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <summary>Figures of all days are read from days, so the index of a creative's leads serves their list alone.</summary>
    public partial class LeadsCreativeIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // While it is built leads are read and not written, some 5 s for each million; see docs/adr/0016 why so.
            migrationBuilder.Sql(
                "CREATE INDEX IF NOT EXISTS ix_leads_creative ON leads (user_account_id, creative_id, created_at, id);");

            // After the commit: who waits for readers to end must not keep writers waiting, one of which a reader may become.
            migrationBuilder.Sql("DROP INDEX IF EXISTS ix_leads_counted;", suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE INDEX IF NOT EXISTS ix_leads_counted ON leads (user_account_id, creative_id)
                  INCLUDE (is_qualified, direction_id, created_at, is_test, amocrm_lead_id, first_qualified_at, phone_e164, email)
                  WHERE amocrm_lead_id IS NOT NULL AND NOT is_deleted;
                """);
            migrationBuilder.Sql("DROP INDEX IF EXISTS ix_leads_creative;", suppressTransaction: true);
        }
    }
}
