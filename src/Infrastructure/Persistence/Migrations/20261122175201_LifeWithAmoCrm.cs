using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LifeWithAmoCrm : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_kind_due_at",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_amocrm_stage_sightings_received_at",
                table: "amocrm_stage_sightings");

            migrationBuilder.AddColumn<string>(
                name: "traceparent",
                table: "webhook_inbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "push_pipeline_id",
                table: "user_accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "push_responsible_user_id",
                table: "user_accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "push_status_id",
                table: "user_accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "outbox",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "traceparent",
                table: "outbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "push_error",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "push_requested_at",
                table: "leads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "push_pipeline_id",
                table: "directions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "push_responsible_user_id",
                table: "directions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "push_status_id",
                table: "directions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "seen_in_events",
                table: "amocrm_stage_sightings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "decided_at",
                table: "amocrm_pipeline_stages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "seen_in_events",
                table: "amocrm_lead_status_history",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "added_at",
                table: "amocrm_deals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "contacts_read_at",
                table: "amocrm_deals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "events_read_at",
                table: "amocrm_deals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "connected_by",
                table: "amocrm_connections",
                type: "text",
                nullable: false,
                defaultValue: "long_lived_token");

            migrationBuilder.AddColumn<string>(
                name: "refresh_token",
                table: "amocrm_connections",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "refresh_token_expires_at",
                table: "amocrm_connections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "amocrm_authorizations",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_authorizations", x => new { x.user_account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "amocrm_deal_contacts",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    phone_e164 = table.Column<string>(type: "text", nullable: false),
                    amocrm_contact_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_deal_contacts", x => new { x.user_account_id, x.amocrm_lead_id, x.phone_e164 });
                });

            migrationBuilder.CreateTable(
                name: "amocrm_hooks",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    broken_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_hooks", x => x.user_account_id);
                    table.ForeignKey(
                        name: "fk_amocrm_hooks_user_accounts_user_account_id",
                        column: x => x.user_account_id,
                        principalTable: "user_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery_hours",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hour = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deliveries = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_hours", x => new { x.user_account_id, x.hour });
                });

            migrationBuilder.CreateTable(
                name: "lead_matches",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    phone_e164 = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_matches", x => new { x.user_account_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_matches_user_accounts_user_account_id",
                        column: x => x.user_account_id,
                        principalTable: "user_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "silences",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expected = table.Column<double>(type: "double precision", nullable: false),
                    detected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_silences", x => x.user_account_id);
                });

            migrationBuilder.CreateTable(
                name: "sync_runs",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    total = table.Column<int>(type: "integer", nullable: true),
                    changed = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    error = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cursor = table.Column<string>(type: "jsonb", nullable: true),
                    covered_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    failing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retry_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    holder = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sync_runs", x => new { x.user_account_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due_at",
                table: "outbox",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_leads_matchable",
                table: "leads",
                columns: new[] { "user_account_id", "amocrm_push", "phone_e164" },
                filter: "amocrm_lead_id IS NULL AND phone_e164 IS NOT NULL AND push_requested_at IS NULL AND amocrm_push IN ('not_needed', 'pending')");

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_stage_sightings_received_at",
                table: "amocrm_stage_sightings",
                column: "received_at",
                filter: "NOT seen_in_events");

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_stage_sightings_user_account_id_changed_at",
                table: "amocrm_stage_sightings",
                columns: new[] { "user_account_id", "changed_at" },
                filter: "seen_in_events");

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_lead_status_history_user_account_id_changed_at",
                table: "amocrm_lead_status_history",
                columns: new[] { "user_account_id", "changed_at" },
                filter: "seen_in_events OR source = 'poll'");

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_deals_unread",
                table: "amocrm_deals",
                columns: new[] { "user_account_id", "first_heard_at", "amocrm_lead_id" },
                filter: "contacts_read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_authorizations_expires_at",
                table: "amocrm_authorizations",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_deal_contacts_user_account_id_phone_e164",
                table: "amocrm_deal_contacts",
                columns: new[] { "user_account_id", "phone_e164" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_hours_hour",
                table: "delivery_hours",
                column: "hour");

            migrationBuilder.CreateIndex(
                name: "ix_lead_matches_id",
                table: "lead_matches",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_lead_matches_user_account_id_amocrm_lead_id",
                table: "lead_matches",
                columns: new[] { "user_account_id", "amocrm_lead_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lead_matches_user_account_id_created_at_id",
                table: "lead_matches",
                columns: new[] { "user_account_id", "created_at", "id" },
                filter: "state = 'pending'");

            migrationBuilder.CreateIndex(
                name: "ix_sync_runs_due_at",
                table: "sync_runs",
                column: "due_at",
                filter: "state = 'running'");

            migrationBuilder.CreateIndex(
                name: "ix_sync_runs_user_account_id_due_at_id",
                table: "sync_runs",
                columns: new[] { "user_account_id", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sync_runs_user_account_id_kind",
                table: "sync_runs",
                columns: new[] { "user_account_id", "kind" },
                unique: true,
                filter: "state = 'running' AND started_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "amocrm_authorizations");

            migrationBuilder.DropTable(
                name: "amocrm_deal_contacts");

            migrationBuilder.DropTable(
                name: "amocrm_hooks");

            migrationBuilder.DropTable(
                name: "delivery_hours");

            migrationBuilder.DropTable(
                name: "lead_matches");

            migrationBuilder.DropTable(
                name: "silences");

            migrationBuilder.DropTable(
                name: "sync_runs");

            migrationBuilder.DropIndex(
                name: "ix_outbox_due_at",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_leads_matchable",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_amocrm_stage_sightings_received_at",
                table: "amocrm_stage_sightings");

            migrationBuilder.DropIndex(
                name: "ix_amocrm_stage_sightings_user_account_id_changed_at",
                table: "amocrm_stage_sightings");

            migrationBuilder.DropIndex(
                name: "ix_amocrm_lead_status_history_user_account_id_changed_at",
                table: "amocrm_lead_status_history");

            migrationBuilder.DropIndex(
                name: "ix_amocrm_deals_unread",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "traceparent",
                table: "webhook_inbox");

            migrationBuilder.DropColumn(
                name: "push_pipeline_id",
                table: "user_accounts");

            migrationBuilder.DropColumn(
                name: "push_responsible_user_id",
                table: "user_accounts");

            migrationBuilder.DropColumn(
                name: "push_status_id",
                table: "user_accounts");

            migrationBuilder.DropColumn(
                name: "attempts",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "traceparent",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "push_error",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "push_requested_at",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "push_pipeline_id",
                table: "directions");

            migrationBuilder.DropColumn(
                name: "push_responsible_user_id",
                table: "directions");

            migrationBuilder.DropColumn(
                name: "push_status_id",
                table: "directions");

            migrationBuilder.DropColumn(
                name: "seen_in_events",
                table: "amocrm_stage_sightings");

            migrationBuilder.DropColumn(
                name: "decided_at",
                table: "amocrm_pipeline_stages");

            migrationBuilder.DropColumn(
                name: "seen_in_events",
                table: "amocrm_lead_status_history");

            migrationBuilder.DropColumn(
                name: "added_at",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "contacts_read_at",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "events_read_at",
                table: "amocrm_deals");

            migrationBuilder.DropColumn(
                name: "connected_by",
                table: "amocrm_connections");

            migrationBuilder.DropColumn(
                name: "refresh_token",
                table: "amocrm_connections");

            migrationBuilder.DropColumn(
                name: "refresh_token_expires_at",
                table: "amocrm_connections");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_kind_due_at",
                table: "outbox",
                columns: new[] { "kind", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_stage_sightings_received_at",
                table: "amocrm_stage_sightings",
                column: "received_at")
                .Annotation("Npgsql:IndexMethod", "brin");
        }
    }
}
