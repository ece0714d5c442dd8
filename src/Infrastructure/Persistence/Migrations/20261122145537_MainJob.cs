using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AmoCrmQualification.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class MainJob : Migration
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
                name: "amocrm_deals",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: true),
                    price_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    price_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    presence_marks = table.Column<string>(type: "jsonb", nullable: true),
                    first_heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    origin_pipeline_id = table.Column<long>(type: "bigint", nullable: true),
                    origin_status_id = table.Column<long>(type: "bigint", nullable: true),
                    webhook_data = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("idx_amocrm_history_lead", x => new { x.user_account_id, x.amocrm_lead_id, x.changed_at, x.to_pipeline_id, x.to_status_id });
                });

            migrationBuilder.CreateTable(
                name: "amocrm_pace",
                columns: table => new
                {
                    budget = table.Column<string>(type: "text", nullable: false),
                    next_slot_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_pace", x => x.budget);
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
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amocrm_pipeline_stages", x => new { x.user_account_id, x.id });
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

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    rest_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                name: "user_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    amocrm_domain = table.Column<string>(type: "text", nullable: true),
                    amocrm_account_id = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    default_country = table.Column<string>(type: "text", nullable: false),
                    push_leads = table.Column<bool>(type: "boolean", nullable: false),
                    webhook_secret = table.Column<string>(type: "text", nullable: false),
                    former_webhook_secret = table.Column<string>(type: "text", nullable: true),
                    former_webhook_secret_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_claims",
                columns: table => new
                {
                    shard = table.Column<int>(type: "integer", nullable: false),
                    delivery_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false)
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
                  raw_body bytea NOT NULL,
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
                name: "amocrm_connections",
                columns: table => new
                {
                    user_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amocrm_account_id = table.Column<long>(type: "bigint", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: false),
                    access_token = table.Column<string>(type: "text", nullable: false),
                    access_token_expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
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
                    current_pipeline_id = table.Column<long>(type: "bigint", nullable: true),
                    current_status_id = table.Column<long>(type: "bigint", nullable: true),
                    is_qualified = table.Column<bool>(type: "boolean", nullable: false),
                    first_qualified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    idempotency_key = table.Column<string>(type: "text", nullable: true),
                    idempotency_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "ix_amocrm_connections_amocrm_account_id",
                table: "amocrm_connections",
                column: "amocrm_account_id",
                unique: true);

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
                column: "received_at")
                .Annotation("Npgsql:IndexMethod", "brin");

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
                name: "ix_leads_qualification_stats",
                table: "leads",
                columns: new[] { "user_account_id", "creative_id" },
                filter: "amocrm_lead_id IS NOT NULL AND NOT is_deleted")
                .Annotation("Npgsql:IndexInclude", new[] { "is_qualified", "direction_id", "created_at" });

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
                columns: new[] { "user_account_id", "created_at", "id" });

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
                name: "ix_outbox_kind_due_at",
                table: "outbox",
                columns: new[] { "kind", "due_at" });

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
                name: "ix_user_accounts_created_at_id",
                table: "user_accounts",
                columns: new[] { "created_at", "id" });

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
                name: "admin_key");

            migrationBuilder.DropTable(
                name: "amocrm_connections");

            migrationBuilder.DropTable(
                name: "amocrm_deals");

            migrationBuilder.DropTable(
                name: "amocrm_lead_status_history");

            migrationBuilder.DropTable(
                name: "amocrm_pace");

            migrationBuilder.DropTable(
                name: "amocrm_pipeline_stages");

            migrationBuilder.DropTable(
                name: "amocrm_stage_sightings");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "creative_ads");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

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
                name: "webhook_claims");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "webhook_inbox");

            migrationBuilder.DropTable(
                name: "creatives");

            migrationBuilder.DropTable(
                name: "directions");

            migrationBuilder.DropTable(
                name: "user_accounts");
        }
    }
}
