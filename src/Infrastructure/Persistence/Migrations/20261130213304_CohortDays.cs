using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <summary>Leads counted by the day of their creation; triggers tell which days have changed since.</summary>
    public partial class CohortDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cohort_days",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    creative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction_id = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    chosen = table.Column<int>(type: "integer", nullable: false),
                    deleted = table.Column<int>(type: "integer", nullable: false),
                    tests = table.Column<int>(type: "integer", nullable: false),
                    leads = table.Column<int>(type: "integer", nullable: false),
                    qualified_now = table.Column<int>(type: "integer", nullable: false),
                    qualified_ever = table.Column<int>(type: "integer", nullable: false),
                    qualified_reached = table.Column<int>(type: "integer", nullable: false),
                    won = table.Column<int>(type: "integer", nullable: false),
                    won_now = table.Column<int>(type: "integer", nullable: false),
                    won_ever = table.Column<int>(type: "integer", nullable: false),
                    won_reached = table.Column<int>(type: "integer", nullable: false),
                    won_without_amount = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: false),
                    created = table.Column<byte[]>(type: "bytea", nullable: true),
                    is_qualified = table.Column<byte[]>(type: "bytea", nullable: true),
                    qualified_after = table.Column<byte[]>(type: "bytea", nullable: true),
                    reached_after = table.Column<byte[]>(type: "bytea", nullable: true),
                    sold = table.Column<byte[]>(type: "bytea", nullable: true),
                    amounts = table.Column<byte[]>(type: "bytea", nullable: true),
                    won_after = table.Column<byte[]>(type: "bytea", nullable: true),
                    lost_after = table.Column<byte[]>(type: "bytea", nullable: true),
                    people = table.Column<byte[]>(type: "bytea", nullable: true),
                    visits = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cohort_days", x => new { x.user_account_id, x.day, x.creative_id, x.direction_id, x.currency });
                });

            migrationBuilder.CreateTable(
                name: "cohort_settings",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    stages = table.Column<string>(type: "text", nullable: false),
                    rests_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cohort_settings", x => x.user_account_id);
                });

            migrationBuilder.CreateTable(
                name: "stale_days",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    utc_day = table.Column<DateOnly>(type: "date", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stale_days", x => new { x.user_account_id, x.utc_day, x.id });
                });

            // Numbers hardly get smaller, and reading them must not take what that takes.
            migrationBuilder.Sql(
                """
                ALTER TABLE cohort_days
                  ALTER created SET STORAGE EXTERNAL, ALTER is_qualified SET STORAGE EXTERNAL, ALTER qualified_after SET STORAGE EXTERNAL,
                  ALTER reached_after SET STORAGE EXTERNAL, ALTER sold SET STORAGE EXTERNAL, ALTER amounts SET STORAGE EXTERNAL,
                  ALTER won_after SET STORAGE EXTERNAL, ALTER lost_after SET STORAGE EXTERNAL, ALTER people SET STORAGE EXTERNAL,
                  ALTER visits SET STORAGE EXTERNAL;
                """);

            // Of one statement the days are told once. Where tables are spread over machines there are none, and days are never stored.
            // A stage that is reached changes its lead too; when it was reached, and when it was visited, may change alone.
            migrationBuilder.Sql(
                """
                DO $migration$ BEGIN
                  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
                    IF EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'leads'::regclass) THEN RETURN; END IF;
                  END IF;

                  CREATE FUNCTION mark_days_of_leads() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO stale_days (user_account_id, utc_day, id)
                    SELECT user_account_id, day, gen_random_uuid()
                    FROM (SELECT DISTINCT user_account_id, (created_at AT TIME ZONE 'UTC')::date AS day FROM changed) AS days;
                    RETURN NULL;
                  END $$;

                  CREATE FUNCTION mark_day_before() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO stale_days (user_account_id, utc_day, id)
                    VALUES (OLD.user_account_id, (OLD.created_at AT TIME ZONE 'UTC')::date, gen_random_uuid());
                    RETURN NULL;
                  END $$;

                  CREATE FUNCTION mark_days_of_deals() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO stale_days (user_account_id, utc_day, id)
                    SELECT user_account_id, day, gen_random_uuid()
                    FROM (
                      SELECT DISTINCT c.user_account_id, (l.created_at AT TIME ZONE 'UTC')::date AS day
                      FROM changed c CROSS JOIN LATERAL (
                        SELECT created_at FROM leads l WHERE l.user_account_id = c.user_account_id AND l.amocrm_lead_id = c.amocrm_lead_id OFFSET 0) l) AS days;
                    RETURN NULL;
                  END $$;

                  CREATE FUNCTION mark_days_of_sales() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO stale_days (user_account_id, utc_day, id)
                    SELECT user_account_id, day, gen_random_uuid()
                    FROM (
                      SELECT DISTINCT c.user_account_id, (l.created_at AT TIME ZONE 'UTC')::date AS day
                      FROM changed c CROSS JOIN LATERAL (
                        SELECT created_at FROM leads l WHERE l.user_account_id = c.user_account_id AND l.amocrm_lead_id = c.amocrm_deal_id OFFSET 0) l) AS days;
                    RETURN NULL;
                  END $$;

                  CREATE TRIGGER stale_days_insert AFTER INSERT ON leads REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_leads();
                  CREATE TRIGGER stale_days_update AFTER UPDATE ON leads REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_leads();
                  CREATE TRIGGER stale_days_delete AFTER DELETE ON leads REFERENCING OLD TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_leads();
                  CREATE TRIGGER stale_day_before AFTER UPDATE ON leads
                    FOR EACH ROW WHEN (OLD.created_at IS DISTINCT FROM NEW.created_at) EXECUTE FUNCTION mark_day_before();
                  CREATE TRIGGER stale_days_update AFTER UPDATE ON lead_stage_reached REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_deals();
                  CREATE TRIGGER stale_days_delete AFTER DELETE ON lead_stage_reached REFERENCING OLD TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_deals();
                  CREATE TRIGGER stale_days_update AFTER UPDATE ON amocrm_deals REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_deals();
                  CREATE TRIGGER stale_days_insert AFTER INSERT ON sales REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_sales();
                  CREATE TRIGGER stale_days_update AFTER UPDATE ON sales REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_sales();
                  CREATE TRIGGER stale_days_delete AFTER DELETE ON sales REFERENCING OLD TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_sales();

                  INSERT INTO stale_days (user_account_id, utc_day, id) SELECT id, now()::date, gen_random_uuid() FROM user_accounts;
                END $migration$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                "DROP FUNCTION IF EXISTS mark_days_of_leads, mark_day_before, mark_days_of_deals, mark_days_of_sales CASCADE;");

            migrationBuilder.DropTable(
                name: "cohort_days");

            migrationBuilder.DropTable(
                name: "cohort_settings");

            migrationBuilder.DropTable(
                name: "stale_days");
        }
    }
}
