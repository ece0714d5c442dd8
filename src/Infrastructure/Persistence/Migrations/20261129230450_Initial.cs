using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "admin_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admin_key", x => x.id);
                });

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
                name: "amocrm_deals",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: true),
                    price_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    price_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deletions = table.Column<string>(type: "jsonb", nullable: true),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contacts_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    events_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_deals", x => new { x.user_account_id, x.amocrm_lead_id });
                });

            migrationBuilder.CreateTable(
                name: "amocrm_lead_status_history",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    to_pipeline_id = table.Column<long>(type: "bigint", nullable: false),
                    to_status_id = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_pipeline_id = table.Column<long>(type: "bigint", nullable: true),
                    from_status_id = table.Column<long>(type: "bigint", nullable: true),
                    order_in_second = table.Column<int>(type: "integer", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    first_source = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    source_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_in_events = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    origin_pipeline_id = table.Column<long>(type: "bigint", nullable: true),
                    origin_status_id = table.Column<long>(type: "bigint", nullable: true),
                    webhook_data = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("idx_amocrm_history_lead", x => new { x.user_account_id, x.amocrm_lead_id, x.changed_at, x.to_pipeline_id, x.to_status_id });
                });

            migrationBuilder.CreateTable(
                name: "amocrm_pipeline_stages",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pipeline_id = table.Column<long>(type: "bigint", nullable: false),
                    status_id = table.Column<long>(type: "bigint", nullable: false),
                    pipeline_name = table.Column<string>(type: "text", nullable: false),
                    pipeline_sort = table.Column<int>(type: "integer", nullable: false),
                    status_name = table.Column<string>(type: "text", nullable: false),
                    status_color = table.Column<string>(type: "text", nullable: false),
                    sort_order = table.Column<int>(type: "integer", nullable: false),
                    status_type = table.Column<int>(type: "integer", nullable: false),
                    is_qualified_stage = table.Column<bool>(type: "boolean", nullable: false),
                    is_archived = table.Column<bool>(type: "boolean", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_pipeline_stages", x => new { x.user_account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "amocrm_rate_limits",
                columns: table => new
                {
                    budget = table.Column<string>(type: "text", nullable: false),
                    next_slot_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    counted_until = table.Column<DateTimeOffset[]>(type: "timestamp with time zone[]", nullable: false, defaultValueSql: "'{}'")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_rate_limits", x => x.budget);
                });

            migrationBuilder.CreateTable(
                name: "amocrm_stage_sightings",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    to_pipeline_id = table.Column<long>(type: "bigint", nullable: false),
                    to_status_id = table.Column<long>(type: "bigint", nullable: false),
                    origin_pipeline_id = table.Column<long>(type: "bigint", nullable: true),
                    origin_status_id = table.Column<long>(type: "bigint", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    first_source = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    source_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_in_events = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    webhook_data = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_stage_sightings", x => new { x.user_account_id, x.amocrm_lead_id, x.changed_at, x.to_pipeline_id, x.to_status_id });
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
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
                name: "lead_stage_reached",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    pipeline_id = table.Column<long>(type: "bigint", nullable: false),
                    status_id = table.Column<long>(type: "bigint", nullable: false),
                    first_entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_stage_reached", x => new { x.user_account_id, x.amocrm_lead_id, x.pipeline_id, x.status_id });
                });

            // A funnel reads every stage that the leads of a period reached: from the key alone when that has the times too. The
            // model cannot say so of a key.
            migrationBuilder.Sql(
                "ALTER TABLE lead_stage_reached DROP CONSTRAINT pk_lead_stage_reached, ADD CONSTRAINT pk_lead_stage_reached"
                    + " PRIMARY KEY (user_account_id, amocrm_lead_id, pipeline_id, status_id) INCLUDE (first_entered_at, last_entered_at);"
            );

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => new { x.user_account_id, x.kind, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "outbox_leases",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paused_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_leases", x => x.user_account_id);
                });

            migrationBuilder.CreateTable(
                name: "sales",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_deal_id = table.Column<long>(type: "bigint", nullable: false),
                    amocrm_pipeline_id = table.Column<long>(type: "bigint", nullable: false),
                    amocrm_status_id = table.Column<long>(type: "bigint", nullable: false),
                    client_phone = table.Column<string>(type: "text", nullable: true),
                    client_name = table.Column<string>(type: "text", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    loss_reason = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sales", x => new { x.user_account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "schema_requirements",
                columns: table => new
                {
                    migration_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schema_requirements", x => x.migration_id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_attempts",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_attempts", x => x.key_hash);
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
                    skipped = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
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

            migrationBuilder.CreateTable(
                name: "user_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    amocrm_domain = table.Column<string>(type: "text", nullable: true),
                    amocrm_account_id = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    unknown_time_zone = table.Column<string>(type: "text", nullable: true),
                    default_country = table.Column<string>(type: "text", nullable: false),
                    push_leads = table.Column<bool>(type: "boolean", nullable: false),
                    push_pipeline_id = table.Column<long>(type: "bigint", nullable: true),
                    push_status_id = table.Column<long>(type: "bigint", nullable: true),
                    push_responsible_user_id = table.Column<long>(type: "bigint", nullable: true),
                    webhook_secret = table.Column<string>(type: "text", nullable: false),
                    former_webhook_secret = table.Column<string>(type: "text", nullable: true),
                    former_webhook_secret_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_archived = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    account_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    invitation_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    invitation_expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "text", nullable: true),
                    normalized_user_name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: false),
                    normalized_email = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_claims",
                columns: table => new
                {
                    shard = table.Column<int>(type: "integer", nullable: false),
                    delivery_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    server_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "pg_postmaster_start_time()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_claims", x => x.shard);
                });

            // By hand: EF Core knows no partitions. DeliveryPartitions makes the days; what fits none goes to the last one.
            migrationBuilder.Sql("""
                CREATE TABLE webhook_deliveries (
                  user_account_id uuid NOT NULL,
                  id uuid NOT NULL,
                  received_at timestamp with time zone NOT NULL,
                  state text NOT NULL,
                  attempts integer NOT NULL,
                  events jsonb NOT NULL,
                  error text,
                  replays jsonb NOT NULL DEFAULT '[]',
                  raw_body bytea NOT NULL,
                  content_encoding text,
                  CONSTRAINT pk_webhook_deliveries PRIMARY KEY (user_account_id, id)
                ) PARTITION BY RANGE (id);
                CREATE TABLE webhook_deliveries_other PARTITION OF webhook_deliveries DEFAULT;
                """);

            migrationBuilder.CreateTable(
                name: "webhook_inbox",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    shard = table.Column<int>(type: "integer", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raw_body = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_encoding = table.Column<string>(type: "text", nullable: true),
                    earlier_outcome = table.Column<string>(type: "jsonb", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_suspect = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    is_dead = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_inbox", x => new { x.user_account_id, x.id });
                });

            // A queue: rows live for milliseconds, so it is cleaned by their number, not by its size.
            migrationBuilder.Sql("ALTER TABLE webhook_inbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);");

            migrationBuilder.CreateTable(
                name: "webhook_outages",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expected = table.Column<double>(type: "double precision", nullable: false),
                    detected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_outages", x => x.user_account_id);
                });

            migrationBuilder.CreateTable(
                name: "amocrm_connections",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_account_id = table.Column<long>(type: "bigint", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: false),
                    connected_by = table.Column<string>(type: "text", nullable: false, defaultValue: "long_lived_token"),
                    access_token = table.Column<string>(type: "text", nullable: false),
                    access_token_expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refresh_token = table.Column<string>(type: "text", nullable: true),
                    refresh_token_expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    connected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_connections", x => x.user_account_id);
                    table.ForeignKey(
                        name: "fk_amocrm_connections_user_accounts_user_account_id",
                        column: x => x.user_account_id,
                        principalTable: "user_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "api_keys",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => new { x.user_account_id, x.id });
                    table.ForeignKey(
                        name: "fk_api_keys_user_accounts_user_account_id",
                        column: x => x.user_account_id,
                        principalTable: "user_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "directions",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    push_pipeline_id = table.Column<long>(type: "bigint", nullable: true),
                    push_status_id = table.Column<long>(type: "bigint", nullable: true),
                    push_responsible_user_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directions", x => new { x.user_account_id, x.id });
                    table.ForeignKey(
                        name: "fk_directions_user_accounts_user_account_id",
                        column: x => x.user_account_id,
                        principalTable: "user_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "user_sessions",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_sessions", x => x.key_hash);
                    table.ForeignKey(
                        name: "fk_user_sessions_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "creatives",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    direction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_creatives", x => new { x.user_account_id, x.id });
                    table.ForeignKey(
                        name: "fk_creatives_directions_user_account_id_direction_id",
                        columns: x => new { x.user_account_id, x.direction_id },
                        principalTable: "directions",
                        principalColumns: new[] { "user_account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_creatives_user_accounts_user_account_id",
                        column: x => x.user_account_id,
                        principalTable: "user_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateTable(
                name: "creative_ads",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ad_id = table.Column<string>(type: "text", nullable: false),
                    creative_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_creative_ads", x => new { x.user_account_id, x.ad_id });
                    table.ForeignKey(
                        name: "fk_creative_ads_creatives_user_account_id_creative_id",
                        columns: x => new { x.user_account_id, x.creative_id },
                        principalTable: "creatives",
                        principalColumns: new[] { "user_account_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leads",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_type = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    phone_e164 = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    chat_id = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<string>(type: "text", nullable: true),
                    direction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    creative_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ad_id = table.Column<string>(type: "text", nullable: true),
                    utm_source = table.Column<string>(type: "text", nullable: true),
                    utm_medium = table.Column<string>(type: "text", nullable: true),
                    utm_campaign = table.Column<string>(type: "text", nullable: true),
                    utm_term = table.Column<string>(type: "text", nullable: true),
                    utm_content = table.Column<string>(type: "text", nullable: true),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: true),
                    amocrm_contact_id = table.Column<long>(type: "bigint", nullable: true),
                    amocrm_push = table.Column<string>(type: "text", nullable: false),
                    push_requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    push_error = table.Column<string>(type: "text", nullable: true),
                    current_pipeline_id = table.Column<long>(type: "bigint", nullable: true),
                    current_status_id = table.Column<long>(type: "bigint", nullable: true),
                    lost_from_status_id = table.Column<long>(type: "bigint", nullable: true),
                    is_qualified = table.Column<bool>(type: "boolean", nullable: false),
                    first_qualified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    idempotency_key = table.Column<string>(type: "text", nullable: true),
                    idempotency_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stages_reached = table.Column<long[]>(type: "bigint[]", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leads", x => new { x.user_account_id, x.id });
                    table.ForeignKey(
                        name: "fk_leads_creatives_user_account_id_creative_id",
                        columns: x => new { x.user_account_id, x.creative_id },
                        principalTable: "creatives",
                        principalColumns: new[] { "user_account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_directions_user_account_id_direction_id",
                        columns: x => new { x.user_account_id, x.direction_id },
                        principalTable: "directions",
                        principalColumns: new[] { "user_account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_user_accounts_user_account_id",
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

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_authorizations_expires_at",
                table: "amocrm_authorizations",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_connections_amocrm_account_id",
                table: "amocrm_connections",
                column: "amocrm_account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_deal_contacts_user_account_id_phone_e164",
                table: "amocrm_deal_contacts",
                columns: new[] { "user_account_id", "phone_e164" });

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_deals_unread",
                table: "amocrm_deals",
                columns: new[] { "user_account_id", "first_seen_at", "amocrm_lead_id" },
                filter: "contacts_read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_lead_status_history_user_account_id_changed_at",
                table: "amocrm_lead_status_history",
                columns: new[] { "user_account_id", "changed_at" },
                filter: "seen_in_events OR source = 'poll'");

            migrationBuilder.CreateIndex(
                name: "idx_amocrm_stages_user",
                table: "amocrm_pipeline_stages",
                columns: new[] { "user_account_id", "pipeline_id", "status_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_amocrm_pipeline_stages_id",
                table: "amocrm_pipeline_stages",
                column: "id");

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
                name: "ix_api_keys_key_hash",
                table: "api_keys",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_creative_ads_user_account_id_creative_id",
                table: "creative_ads",
                columns: new[] { "user_account_id", "creative_id" });

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
                name: "ix_lead_stage_reached_user_account_id_pipeline_id_status_id",
                table: "lead_stage_reached",
                columns: new[] { "user_account_id", "pipeline_id", "status_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "amocrm_lead_id", "first_entered_at" });

            migrationBuilder.CreateIndex(
                name: "idx_leads_is_qualified",
                table: "leads",
                columns: new[] { "user_account_id", "is_qualified" });

            migrationBuilder.CreateIndex(
                name: "idx_leads_pipeline_status",
                table: "leads",
                columns: new[] { "user_account_id", "current_pipeline_id", "current_status_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_id",
                table: "leads",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_leads_matchable",
                table: "leads",
                columns: new[] { "user_account_id", "amocrm_push", "phone_e164" },
                filter: "amocrm_lead_id IS NULL AND phone_e164 IS NOT NULL AND push_requested_at IS NULL AND amocrm_push IN ('not_needed', 'pending')");

            migrationBuilder.CreateIndex(
                name: "ix_leads_qualification_stats",
                table: "leads",
                columns: new[] { "user_account_id", "creative_id" },
                filter: "amocrm_lead_id IS NOT NULL AND NOT is_deleted")
                .Annotation("Npgsql:IndexInclude", new[] { "is_qualified", "direction_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_refused",
                table: "leads",
                columns: new[] { "user_account_id", "created_at", "id" },
                filter: "amocrm_push = 'failed'")
                .Annotation("Npgsql:IndexInclude", new[] { "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_ad_id",
                table: "leads",
                columns: new[] { "user_account_id", "ad_id" },
                filter: "creative_id IS NULL AND ad_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_amocrm_lead_id",
                table: "leads",
                columns: new[] { "user_account_id", "amocrm_lead_id" },
                unique: true,
                filter: "amocrm_lead_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_created_at_id",
                table: "leads",
                columns: new[] { "user_account_id", "created_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "amocrm_lead_id", "is_deleted", "creative_id", "direction_id", "is_qualified", "first_qualified_at", "current_pipeline_id", "current_status_id", "lost_from_status_id", "stages_reached" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_idempotency_key",
                table: "leads",
                columns: new[] { "user_account_id", "idempotency_key" },
                unique: true,
                filter: "idempotency_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leads_user_account_id_utm_content",
                table: "leads",
                columns: new[] { "user_account_id", "utm_content" },
                filter: "creative_id IS NULL AND utm_content IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due_at",
                table: "outbox",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_sales_user_account_id_amocrm_deal_id",
                table: "sales",
                columns: new[] { "user_account_id", "amocrm_deal_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sales_user_account_id_created_at_id",
                table: "sales",
                columns: new[] { "user_account_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_user_account_id_lead_id",
                table: "sales",
                columns: new[] { "user_account_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_attempts_ends_at",
                table: "sign_in_attempts",
                column: "ends_at");

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

            migrationBuilder.CreateIndex(
                name: "ix_user_accounts_created_at_id",
                table: "user_accounts",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_user_sessions_expires_at",
                table: "user_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_user_sessions_user_id",
                table: "user_sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_users_created_at_id",
                table: "users",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_users_invitation_hash",
                table: "users",
                column: "invitation_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_users_normalized_email",
                table: "users",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_inbox_shard_is_suspect_due_at",
                table: "webhook_inbox",
                columns: new[] { "shard", "is_suspect", "due_at" },
                filter: "NOT is_dead");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ad_spend");

            migrationBuilder.DropTable(
                name: "admin_key");

            migrationBuilder.DropTable(
                name: "amocrm_authorizations");

            migrationBuilder.DropTable(
                name: "amocrm_connections");

            migrationBuilder.DropTable(
                name: "amocrm_deal_contacts");

            migrationBuilder.DropTable(
                name: "amocrm_deals");

            migrationBuilder.DropTable(
                name: "amocrm_hooks");

            migrationBuilder.DropTable(
                name: "amocrm_lead_status_history");

            migrationBuilder.DropTable(
                name: "amocrm_pipeline_stages");

            migrationBuilder.DropTable(
                name: "amocrm_rate_limits");

            migrationBuilder.DropTable(
                name: "amocrm_stage_sightings");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "creative_ads");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "delivery_hours");

            migrationBuilder.DropTable(
                name: "lead_matches");

            migrationBuilder.DropTable(
                name: "lead_stage_reached");

            migrationBuilder.DropTable(
                name: "leads");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_leases");

            migrationBuilder.DropTable(
                name: "sales");

            migrationBuilder.DropTable(
                name: "schema_requirements");

            migrationBuilder.DropTable(
                name: "sign_in_attempts");

            migrationBuilder.DropTable(
                name: "sync_runs");

            migrationBuilder.DropTable(
                name: "user_sessions");

            migrationBuilder.DropTable(
                name: "webhook_claims");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "webhook_inbox");

            migrationBuilder.DropTable(
                name: "webhook_outages");

            migrationBuilder.DropTable(
                name: "creatives");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "directions");

            migrationBuilder.DropTable(
                name: "user_accounts");
        }
    }
}
