CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    migration_id character varying(150) NOT NULL,
    product_version character varying(32) NOT NULL,
    CONSTRAINT pk___ef_migrations_history PRIMARY KEY (migration_id)
);

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE admin_key (
        id integer NOT NULL,
        key_hash bytea NOT NULL,
        CONSTRAINT pk_admin_key PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_authorizations (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        expires_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_amocrm_authorizations PRIMARY KEY (user_account_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_deal_contacts (
        user_account_id uuid NOT NULL,
        amocrm_lead_id bigint NOT NULL,
        phone_e164 text NOT NULL,
        amocrm_contact_id bigint NOT NULL,
        CONSTRAINT pk_amocrm_deal_contacts PRIMARY KEY (user_account_id, amocrm_lead_id, phone_e164)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_deals (
        user_account_id uuid NOT NULL,
        amocrm_lead_id bigint NOT NULL,
        price bigint,
        price_changed_at timestamp with time zone,
        price_received_at timestamp with time zone,
        deletions jsonb,
        first_seen_at timestamp with time zone NOT NULL,
        contacts_read_at timestamp with time zone,
        added_at timestamp with time zone,
        events_read_at timestamp with time zone,
        CONSTRAINT pk_amocrm_deals PRIMARY KEY (user_account_id, amocrm_lead_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_lead_status_history (
        user_account_id uuid NOT NULL,
        amocrm_lead_id bigint NOT NULL,
        to_pipeline_id bigint NOT NULL,
        to_status_id bigint NOT NULL,
        changed_at timestamp with time zone NOT NULL,
        id uuid NOT NULL,
        lead_id uuid,
        from_pipeline_id bigint,
        from_status_id bigint,
        order_in_second integer NOT NULL,
        received_at timestamp with time zone NOT NULL,
        position integer NOT NULL,
        first_source text NOT NULL,
        source text NOT NULL,
        source_received_at timestamp with time zone NOT NULL,
        seen_in_events boolean NOT NULL DEFAULT FALSE,
        origin_pipeline_id bigint,
        origin_status_id bigint,
        webhook_data jsonb,
        CONSTRAINT idx_amocrm_history_lead PRIMARY KEY (user_account_id, amocrm_lead_id, changed_at, to_pipeline_id, to_status_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_pipeline_stages (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        pipeline_id bigint NOT NULL,
        status_id bigint NOT NULL,
        pipeline_name text NOT NULL,
        pipeline_sort integer NOT NULL,
        status_name text NOT NULL,
        status_color text NOT NULL,
        sort_order integer NOT NULL,
        status_type integer NOT NULL,
        is_qualified_stage boolean NOT NULL,
        is_archived boolean NOT NULL,
        decided_at timestamp with time zone,
        created_at timestamp with time zone NOT NULL,
        updated_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_amocrm_pipeline_stages PRIMARY KEY (user_account_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_rate_limits (
        budget text NOT NULL,
        next_slot_at timestamp with time zone NOT NULL,
        counted_until timestamp with time zone[] NOT NULL DEFAULT ('{}'),
        CONSTRAINT pk_amocrm_rate_limits PRIMARY KEY (budget)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_stage_sightings (
        user_account_id uuid NOT NULL,
        amocrm_lead_id bigint NOT NULL,
        changed_at timestamp with time zone NOT NULL,
        to_pipeline_id bigint NOT NULL,
        to_status_id bigint NOT NULL,
        origin_pipeline_id bigint,
        origin_status_id bigint,
        received_at timestamp with time zone NOT NULL,
        position integer NOT NULL,
        first_source text NOT NULL,
        source text NOT NULL,
        source_received_at timestamp with time zone NOT NULL,
        seen_in_events boolean NOT NULL DEFAULT FALSE,
        webhook_data jsonb,
        CONSTRAINT pk_amocrm_stage_sightings PRIMARY KEY (user_account_id, amocrm_lead_id, changed_at, to_pipeline_id, to_status_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE data_protection_keys (
        id integer GENERATED BY DEFAULT AS IDENTITY,
        friendly_name text NOT NULL,
        xml text NOT NULL,
        CONSTRAINT pk_data_protection_keys PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE delivery_hours (
        user_account_id uuid NOT NULL,
        hour timestamp with time zone NOT NULL,
        deliveries bigint NOT NULL,
        CONSTRAINT pk_delivery_hours PRIMARY KEY (user_account_id, hour)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE lead_stage_reached (
        user_account_id uuid NOT NULL,
        amocrm_lead_id bigint NOT NULL,
        pipeline_id bigint NOT NULL,
        status_id bigint NOT NULL,
        first_entered_at timestamp with time zone NOT NULL,
        last_entered_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_lead_stage_reached PRIMARY KEY (user_account_id, amocrm_lead_id, pipeline_id, status_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    ALTER TABLE lead_stage_reached DROP CONSTRAINT pk_lead_stage_reached, ADD CONSTRAINT pk_lead_stage_reached PRIMARY KEY (user_account_id, amocrm_lead_id, pipeline_id, status_id) INCLUDE (first_entered_at, last_entered_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE outbox (
        user_account_id uuid NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        version bigint NOT NULL,
        due_at timestamp with time zone NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        traceparent text,
        CONSTRAINT pk_outbox PRIMARY KEY (user_account_id, kind, subject)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE outbox_leases (
        user_account_id uuid NOT NULL,
        holder uuid NOT NULL,
        leased_until timestamp with time zone NOT NULL,
        paused_until timestamp with time zone NOT NULL,
        failures integer NOT NULL DEFAULT 0,
        CONSTRAINT pk_outbox_leases PRIMARY KEY (user_account_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE sales (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        lead_id uuid NOT NULL,
        amocrm_deal_id bigint NOT NULL,
        amocrm_pipeline_id bigint NOT NULL,
        amocrm_status_id bigint NOT NULL,
        client_phone text,
        client_name text,
        amount bigint,
        currency text,
        status text NOT NULL,
        loss_reason text,
        closed_at timestamp with time zone,
        created_at timestamp with time zone NOT NULL,
        updated_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_sales PRIMARY KEY (user_account_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE schema_requirements (
        migration_id text NOT NULL,
        CONSTRAINT pk_schema_requirements PRIMARY KEY (migration_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE sign_in_attempts (
        key_hash bytea NOT NULL,
        attempts integer NOT NULL,
        ends_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_sign_in_attempts PRIMARY KEY (key_hash)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE sync_runs (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        requested_at timestamp with time zone NOT NULL,
        due_at timestamp with time zone NOT NULL,
        started_at timestamp with time zone,
        finished_at timestamp with time zone,
        done integer NOT NULL DEFAULT 0,
        total integer,
        changed integer NOT NULL DEFAULT 0,
        skipped integer NOT NULL DEFAULT 0,
        error text,
        since timestamp with time zone,
        cursor jsonb,
        covered_until timestamp with time zone,
        attempts integer NOT NULL DEFAULT 0,
        failing_since timestamp with time zone,
        retry_at timestamp with time zone,
        holder uuid,
        CONSTRAINT pk_sync_runs PRIMARY KEY (user_account_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE user_accounts (
        id uuid NOT NULL,
        name text NOT NULL,
        amocrm_domain text,
        amocrm_account_id bigint,
        currency text,
        time_zone text NOT NULL,
        unknown_time_zone text,
        default_country text NOT NULL,
        push_leads boolean NOT NULL,
        push_pipeline_id bigint,
        push_status_id bigint,
        push_responsible_user_id bigint,
        webhook_secret text NOT NULL,
        former_webhook_secret text,
        former_webhook_secret_until timestamp with time zone,
        created_at timestamp with time zone NOT NULL,
        is_archived boolean NOT NULL DEFAULT FALSE,
        CONSTRAINT pk_user_accounts PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE users (
        id uuid NOT NULL,
        role text NOT NULL,
        account_ids uuid[] NOT NULL,
        created_at timestamp with time zone NOT NULL,
        invited_at timestamp with time zone,
        invitation_hash bytea,
        invitation_expires_at timestamp with time zone,
        user_name text,
        normalized_user_name text,
        email text NOT NULL,
        normalized_email text NOT NULL,
        password_hash text,
        security_stamp text,
        concurrency_stamp text,
        CONSTRAINT pk_users PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE webhook_claims (
        shard integer NOT NULL,
        delivery_ids uuid[] NOT NULL,
        server_started_at timestamp with time zone NOT NULL DEFAULT (pg_postmaster_start_time()),
        CONSTRAINT pk_webhook_claims PRIMARY KEY (shard)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
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
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE webhook_inbox (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        shard integer NOT NULL,
        received_at timestamp with time zone NOT NULL,
        raw_body bytea NOT NULL,
        content_encoding text,
        earlier_outcome jsonb,
        traceparent text,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamp with time zone NOT NULL,
        is_suspect boolean NOT NULL DEFAULT FALSE,
        is_dead boolean NOT NULL DEFAULT FALSE,
        error text,
        CONSTRAINT pk_webhook_inbox PRIMARY KEY (user_account_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    ALTER TABLE webhook_inbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE webhook_outages (
        user_account_id uuid NOT NULL,
        since timestamp with time zone NOT NULL,
        expected double precision NOT NULL,
        detected_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_webhook_outages PRIMARY KEY (user_account_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_connections (
        user_account_id uuid NOT NULL,
        amocrm_account_id bigint NOT NULL,
        domain text NOT NULL,
        connected_by text NOT NULL DEFAULT 'long_lived_token',
        access_token text NOT NULL,
        access_token_expires_at timestamp with time zone,
        refresh_token text,
        refresh_token_expires_at timestamp with time zone,
        state text NOT NULL,
        connected_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_amocrm_connections PRIMARY KEY (user_account_id),
        CONSTRAINT fk_amocrm_connections_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE amocrm_hooks (
        user_account_id uuid NOT NULL,
        state text NOT NULL,
        checked_at timestamp with time zone NOT NULL,
        broken_since timestamp with time zone,
        last_error text,
        CONSTRAINT pk_amocrm_hooks PRIMARY KEY (user_account_id),
        CONSTRAINT fk_amocrm_hooks_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE api_keys (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        key_hash bytea NOT NULL,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_api_keys PRIMARY KEY (user_account_id, id),
        CONSTRAINT fk_api_keys_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE directions (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        push_pipeline_id bigint,
        push_status_id bigint,
        push_responsible_user_id bigint,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_directions PRIMARY KEY (user_account_id, id),
        CONSTRAINT fk_directions_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE lead_matches (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        amocrm_lead_id bigint NOT NULL,
        phone_e164 text,
        state text NOT NULL,
        lead_id uuid,
        created_at timestamp with time zone NOT NULL,
        decided_at timestamp with time zone,
        CONSTRAINT pk_lead_matches PRIMARY KEY (user_account_id, id),
        CONSTRAINT fk_lead_matches_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE user_sessions (
        key_hash bytea NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamp with time zone NOT NULL,
        expires_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_user_sessions PRIMARY KEY (key_hash),
        CONSTRAINT fk_user_sessions_users_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE creatives (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        title text NOT NULL,
        direction_id uuid,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_creatives PRIMARY KEY (user_account_id, id),
        CONSTRAINT fk_creatives_directions_user_account_id_direction_id FOREIGN KEY (user_account_id, direction_id) REFERENCES directions (user_account_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_creatives_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE ad_spend (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        date date NOT NULL,
        ad_id text,
        creative_id uuid,
        spend numeric NOT NULL,
        currency text,
        impressions bigint,
        clicks bigint,
        created_at timestamp with time zone NOT NULL,
        updated_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_ad_spend PRIMARY KEY (user_account_id, id),
        CONSTRAINT ck_ad_spend_of_something CHECK (ad_id IS NOT NULL OR creative_id IS NOT NULL),
        CONSTRAINT fk_ad_spend_creatives_user_account_id_creative_id FOREIGN KEY (user_account_id, creative_id) REFERENCES creatives (user_account_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_ad_spend_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE creative_ads (
        user_account_id uuid NOT NULL,
        ad_id text NOT NULL,
        creative_id uuid NOT NULL,
        CONSTRAINT pk_creative_ads PRIMARY KEY (user_account_id, ad_id),
        CONSTRAINT fk_creative_ads_creatives_user_account_id_creative_id FOREIGN KEY (user_account_id, creative_id) REFERENCES creatives (user_account_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE TABLE leads (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        source_type text NOT NULL,
        name text,
        phone text,
        phone_e164 text,
        email text,
        chat_id text,
        message text,
        direction_id uuid,
        creative_id uuid,
        ad_id text,
        utm_source text,
        utm_medium text,
        utm_campaign text,
        utm_term text,
        utm_content text,
        amocrm_lead_id bigint,
        amocrm_contact_id bigint,
        amocrm_push text NOT NULL,
        push_requested_at timestamp with time zone,
        push_error text,
        current_pipeline_id bigint,
        current_status_id bigint,
        lost_from_status_id bigint,
        is_qualified boolean NOT NULL,
        first_qualified_at timestamp with time zone,
        is_deleted boolean NOT NULL,
        erased_at timestamp with time zone,
        idempotency_key text,
        idempotency_hash bytea,
        created_at timestamp with time zone NOT NULL,
        updated_at timestamp with time zone NOT NULL,
        stages_reached bigint[],
        CONSTRAINT pk_leads PRIMARY KEY (user_account_id, id),
        CONSTRAINT fk_leads_creatives_user_account_id_creative_id FOREIGN KEY (user_account_id, creative_id) REFERENCES creatives (user_account_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_leads_directions_user_account_id_direction_id FOREIGN KEY (user_account_id, direction_id) REFERENCES directions (user_account_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_leads_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_ad_spend_user_account_id_date_ad_id ON ad_spend (user_account_id, date, ad_id) WHERE ad_id IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_ad_spend_user_account_id_date_creative_id ON ad_spend (user_account_id, date, creative_id) WHERE ad_id IS NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_ad_spend_user_account_id_date_id ON ad_spend (user_account_id, date, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_amocrm_authorizations_expires_at ON amocrm_authorizations (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_amocrm_connections_amocrm_account_id ON amocrm_connections (amocrm_account_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_amocrm_deal_contacts_user_account_id_phone_e164 ON amocrm_deal_contacts (user_account_id, phone_e164);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_amocrm_deals_unread ON amocrm_deals (user_account_id, first_seen_at, amocrm_lead_id) WHERE contacts_read_at IS NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_amocrm_lead_status_history_user_account_id_changed_at ON amocrm_lead_status_history (user_account_id, changed_at) WHERE seen_in_events OR source = 'poll';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX idx_amocrm_stages_user ON amocrm_pipeline_stages (user_account_id, pipeline_id, status_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_amocrm_pipeline_stages_id ON amocrm_pipeline_stages (id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_amocrm_stage_sightings_received_at ON amocrm_stage_sightings (received_at) WHERE NOT seen_in_events;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_amocrm_stage_sightings_user_account_id_changed_at ON amocrm_stage_sightings (user_account_id, changed_at) WHERE seen_in_events;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_api_keys_key_hash ON api_keys (key_hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_creative_ads_user_account_id_creative_id ON creative_ads (user_account_id, creative_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_delivery_hours_hour ON delivery_hours (hour);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_lead_matches_id ON lead_matches (id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_lead_matches_user_account_id_amocrm_lead_id ON lead_matches (user_account_id, amocrm_lead_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_lead_matches_user_account_id_created_at_id ON lead_matches (user_account_id, created_at, id) WHERE state = 'pending';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_lead_stage_reached_user_account_id_pipeline_id_status_id ON lead_stage_reached (user_account_id, pipeline_id, status_id) INCLUDE (amocrm_lead_id, first_entered_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX idx_leads_is_qualified ON leads (user_account_id, is_qualified);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX idx_leads_pipeline_status ON leads (user_account_id, current_pipeline_id, current_status_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_leads_id ON leads (id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_leads_matchable ON leads (user_account_id, amocrm_push, phone_e164) WHERE amocrm_lead_id IS NULL AND phone_e164 IS NOT NULL AND push_requested_at IS NULL AND amocrm_push IN ('not_needed', 'pending');
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_leads_qualification_stats ON leads (user_account_id, creative_id) INCLUDE (is_qualified, direction_id, created_at) WHERE amocrm_lead_id IS NOT NULL AND NOT is_deleted;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_leads_refused ON leads (user_account_id, created_at, id) INCLUDE (updated_at) WHERE amocrm_push = 'failed';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_leads_user_account_id_ad_id ON leads (user_account_id, ad_id) WHERE creative_id IS NULL AND ad_id IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_leads_user_account_id_amocrm_lead_id ON leads (user_account_id, amocrm_lead_id) WHERE amocrm_lead_id IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_leads_user_account_id_created_at_id ON leads (user_account_id, created_at, id) INCLUDE (amocrm_lead_id, is_deleted, creative_id, direction_id, is_qualified, first_qualified_at, current_pipeline_id, current_status_id, lost_from_status_id, stages_reached);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_leads_user_account_id_idempotency_key ON leads (user_account_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_leads_user_account_id_utm_content ON leads (user_account_id, utm_content) WHERE creative_id IS NULL AND utm_content IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_outbox_due_at ON outbox (due_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_sales_user_account_id_amocrm_deal_id ON sales (user_account_id, amocrm_deal_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_sales_user_account_id_created_at_id ON sales (user_account_id, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_sales_user_account_id_lead_id ON sales (user_account_id, lead_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_sign_in_attempts_ends_at ON sign_in_attempts (ends_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_sync_runs_due_at ON sync_runs (due_at) WHERE state = 'running';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_sync_runs_user_account_id_due_at_id ON sync_runs (user_account_id, due_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_sync_runs_user_account_id_kind ON sync_runs (user_account_id, kind) WHERE state = 'running' AND started_at IS NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_user_accounts_created_at_id ON user_accounts (created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_user_sessions_expires_at ON user_sessions (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_user_sessions_user_id ON user_sessions (user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_users_created_at_id ON users (created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_users_invitation_hash ON users (invitation_hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE UNIQUE INDEX ix_users_normalized_email ON users (normalized_email);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    CREATE INDEX ix_webhook_inbox_shard_is_suspect_due_at ON webhook_inbox (shard, is_suspect, due_at) WHERE NOT is_dead;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261129230450_Initial') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261129230450_Initial', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130014642_AdFiles') THEN
    CREATE TABLE ad_file_mappings (
        user_account_id uuid NOT NULL,
        headings text NOT NULL,
        columns jsonb NOT NULL,
        updated_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_ad_file_mappings PRIMARY KEY (user_account_id, headings),
        CONSTRAINT fk_ad_file_mappings_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130014642_AdFiles') THEN
    CREATE TABLE ad_names (
        user_account_id uuid NOT NULL,
        ad_id text NOT NULL,
        name text NOT NULL,
        CONSTRAINT pk_ad_names PRIMARY KEY (user_account_id, ad_id),
        CONSTRAINT fk_ad_names_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130014642_AdFiles') THEN
    CREATE INDEX ix_ad_names_user_account_id_name ON ad_names (user_account_id, name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130014642_AdFiles') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130014642_AdFiles', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE user_accounts ADD adopt_deals text NOT NULL DEFAULT 'all';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE user_accounts ADD adopt_from date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE user_accounts ADD adopt_pipelines bigint[];
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD _ym_uid text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD attributed_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD attribution_ad_id text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD attribution_code text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD attribution_rule text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD attribution_value text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD attribution_version integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD fbclid text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD gclid text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD is_test boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE leads ADD yclid text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE creatives ADD is_archived boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE creatives ADD platform text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE creatives ADD preview_url text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE amocrm_deals ADD created_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE amocrm_deals ADD is_confirmed boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE amocrm_deals ADD responsible_changed_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE amocrm_deals ADD responsible_user_id bigint;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    ALTER TABLE amocrm_deals ADD tagged_lead_id uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    CREATE TABLE attribution_settings (
        user_account_id uuid NOT NULL,
        version integer NOT NULL,
        fields jsonb NOT NULL,
        applied_at timestamp with time zone,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_attribution_settings PRIMARY KEY (user_account_id, version),
        CONSTRAINT fk_attribution_settings_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    CREATE TABLE creative_marks (
        user_account_id uuid NOT NULL,
        code text NOT NULL,
        folded_value text NOT NULL,
        creative_id uuid NOT NULL,
        value text NOT NULL,
        CONSTRAINT pk_creative_marks PRIMARY KEY (user_account_id, folded_value, code)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    CREATE TABLE lead_marks (
        user_account_id uuid NOT NULL,
        amocrm_lead_id bigint NOT NULL,
        code text NOT NULL,
        source text NOT NULL,
        field text NOT NULL,
        value text NOT NULL,
        name text,
        seen_at timestamp with time zone NOT NULL,
        position integer NOT NULL,
        CONSTRAINT pk_lead_marks PRIMARY KEY (user_account_id, amocrm_lead_id, code, source, field, value)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    CREATE INDEX ix_creative_marks_user_account_id_creative_id ON creative_marks (user_account_id, creative_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130022738_DealsMadeElsewhere') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130022738_DealsMadeElsewhere', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130045825_TestLeadsInFigures') THEN
    CREATE INDEX IF NOT EXISTS ix_leads_creative_figures ON leads (user_account_id, creative_id)
      INCLUDE (is_qualified, direction_id, created_at, is_test) WHERE amocrm_lead_id IS NOT NULL AND NOT is_deleted;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130045825_TestLeadsInFigures') THEN
    CREATE INDEX IF NOT EXISTS ix_leads_figures ON leads (user_account_id, created_at, id)
      INCLUDE (amocrm_lead_id, is_deleted, creative_id, direction_id, is_qualified, first_qualified_at, current_pipeline_id,
        current_status_id, lost_from_status_id, is_test, stages_reached);
    END IF;
END $EF$;
COMMIT;


DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130045825_TestLeadsInFigures') THEN
    DROP INDEX IF EXISTS ix_leads_qualification_stats;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130045825_TestLeadsInFigures') THEN
    DROP INDEX IF EXISTS ix_leads_user_account_id_created_at_id;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130045825_TestLeadsInFigures') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130045825_TestLeadsInFigures', '10.0.15');
    END IF;
END $EF$;
START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130055117_JudgingHorizon') THEN
    ALTER TABLE user_accounts ADD horizon_days integer NOT NULL DEFAULT 14;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130055117_JudgingHorizon') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130055117_JudgingHorizon', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130081113_DirectionTargets') THEN
    ALTER TABLE directions ADD target_cac numeric;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130081113_DirectionTargets') THEN
    ALTER TABLE directions ADD target_cpql numeric;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130081113_DirectionTargets') THEN
    ALTER TABLE directions ADD target_romi numeric;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130081113_DirectionTargets') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130081113_DirectionTargets', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130111923_Roles') THEN
    ALTER TABLE users ADD hide_contacts boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130111923_Roles') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130111923_Roles', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130121322_ShareLinks') THEN
    CREATE TABLE branding (
        id integer NOT NULL,
        name text NOT NULL,
        color text NOT NULL,
        logo bytea,
        logo_type text,
        logo_version uuid,
        CONSTRAINT pk_branding PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130121322_ShareLinks') THEN
    CREATE TABLE share_links (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        title text NOT NULL,
        page text NOT NULL,
        filter jsonb NOT NULL,
        token_hash bytea NOT NULL,
        password_hash text,
        expires_at timestamp with time zone,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_share_links PRIMARY KEY (user_account_id, id),
        CONSTRAINT fk_share_links_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130121322_ShareLinks') THEN
    CREATE UNIQUE INDEX ix_share_links_token_hash ON share_links (token_hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130121322_ShareLinks') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130121322_ShareLinks', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130121509_LeanWrites') THEN
    ALTER TABLE webhook_claims SET UNLOGGED;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130121509_LeanWrites') THEN
    ALTER TABLE amocrm_deals SET (fillfactor=85);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130121509_LeanWrites') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130121509_LeanWrites', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130145555_Rollups') THEN
    ALTER TABLE amocrm_deals ADD visit_stages bigint[];
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130145555_Rollups') THEN
    ALTER TABLE amocrm_deals ADD visit_starts bigint[];
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130145555_Rollups') THEN
    CREATE TABLE rollup_differences (
        user_account_id uuid NOT NULL,
        since timestamp with time zone NOT NULL,
        count integer NOT NULL,
        CONSTRAINT pk_rollup_differences PRIMARY KEY (user_account_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130145555_Rollups') THEN
    UPDATE amocrm_deals d SET visit_stages = c.stages, visit_starts = c.starts
    FROM (
      SELECT h.user_account_id, h.amocrm_lead_id,
        array_agg(coalesce(CASE WHEN h.to_pipeline_id BETWEEN 0 AND 2147483647 AND h.to_status_id BETWEEN 0 AND 4294967295
          THEN h.to_pipeline_id << 32 | h.to_status_id END, 0) ORDER BY date_trunc('second', h.changed_at), h.order_in_second) AS stages,
        array_agg(floor(date_part('epoch', h.changed_at))::bigint ORDER BY date_trunc('second', h.changed_at), h.order_in_second) AS starts
      FROM amocrm_lead_status_history h GROUP BY 1, 2) c
    WHERE d.user_account_id = c.user_account_id AND d.amocrm_lead_id = c.amocrm_lead_id;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130145555_Rollups') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130145555_Rollups', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153500_ReportViews') THEN
    CREATE FUNCTION report_account() RETURNS uuid LANGUAGE sql STABLE
      RETURN CASE WHEN current_user ~ '^report_[0-9a-f]{32}$' THEN substring(current_user::text FROM 8)::uuid END
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153500_ReportViews') THEN
    CREATE VIEW report_leads WITH (security_barrier) AS
    SELECT l.id AS lead_id, l.amocrm_lead_id, l.created_at, l.source_type, l.creative_id, c.title AS creative, c.platform,
      coalesce(c.direction_id, l.direction_id) AS direction_id, d.name AS direction, l.ad_id,
      l.utm_source, l.utm_medium, l.utm_campaign, l.utm_content, l.utm_term, l.attribution_rule,
      l.current_pipeline_id AS pipeline_id, s.pipeline_name AS pipeline, l.current_status_id AS status_id, s.status_name AS status,
      l.is_qualified, l.first_qualified_at, l.is_test, l.is_deleted,
      l.amocrm_lead_id IS NOT NULL AND NOT l.is_deleted AND NOT l.is_test AS is_counted
    FROM leads l
    LEFT JOIN creatives c ON c.user_account_id = l.user_account_id AND c.id = l.creative_id
    LEFT JOIN directions d ON d.user_account_id = l.user_account_id AND d.id = coalesce(c.direction_id, l.direction_id)
    LEFT JOIN amocrm_pipeline_stages s ON s.user_account_id = l.user_account_id
      AND s.pipeline_id = l.current_pipeline_id AND s.status_id = l.current_status_id
    WHERE l.user_account_id = report_account()
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153500_ReportViews') THEN
    CREATE VIEW report_stage_entries WITH (security_barrier) AS
    SELECT l.id AS lead_id, h.amocrm_lead_id, h.changed_at AS entered_at, h.order_in_second,
      h.from_pipeline_id, h.from_status_id, h.to_pipeline_id AS pipeline_id, s.pipeline_name AS pipeline,
      h.to_status_id AS status_id, s.status_name AS status, s.sort_order, h.source
    FROM amocrm_lead_status_history h
    JOIN leads l ON l.user_account_id = h.user_account_id AND l.amocrm_lead_id = h.amocrm_lead_id
    LEFT JOIN amocrm_pipeline_stages s ON s.user_account_id = h.user_account_id
      AND s.pipeline_id = h.to_pipeline_id AND s.status_id = h.to_status_id
    WHERE h.user_account_id = report_account()
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153500_ReportViews') THEN
    CREATE VIEW report_sales WITH (security_barrier) AS
    SELECT s.id AS sale_id, s.lead_id, s.amocrm_deal_id, l.creative_id, c.title AS creative,
      coalesce(c.direction_id, l.direction_id) AS direction_id, d.name AS direction,
      s.status, s.amount, s.currency, s.loss_reason, s.closed_at
    FROM sales s
    JOIN leads l ON l.user_account_id = s.user_account_id AND l.id = s.lead_id
    LEFT JOIN creatives c ON c.user_account_id = l.user_account_id AND c.id = l.creative_id
    LEFT JOIN directions d ON d.user_account_id = l.user_account_id AND d.id = coalesce(c.direction_id, l.direction_id)
    WHERE s.user_account_id = report_account()
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153500_ReportViews') THEN
    CREATE VIEW report_spend WITH (security_barrier) AS
    SELECT s.date, s.ad_id, n.name AS ad_name, c.id AS creative_id, c.title AS creative, c.platform,
      c.direction_id, d.name AS direction, s.spend, s.currency, s.impressions, s.clicks
    FROM ad_spend s
    LEFT JOIN ad_names n ON n.user_account_id = s.user_account_id AND n.ad_id = s.ad_id
    LEFT JOIN creative_ads a ON a.user_account_id = s.user_account_id AND a.ad_id = s.ad_id
    LEFT JOIN creatives c ON c.user_account_id = s.user_account_id AND c.id = coalesce(a.creative_id, s.creative_id)
    LEFT JOIN directions d ON d.user_account_id = c.user_account_id AND d.id = c.direction_id
    WHERE s.user_account_id = report_account()
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153500_ReportViews') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130153500_ReportViews', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153657_Digests') THEN
    CREATE TABLE alert_notices (
        user_account_id uuid NOT NULL,
        told text[] NOT NULL,
        told_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_alert_notices PRIMARY KEY (user_account_id),
        CONSTRAINT fk_alert_notices_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153657_Digests') THEN
    CREATE TABLE digests (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        channel text NOT NULL,
        recipient text,
        frequency text NOT NULL,
        at time without time zone NOT NULL,
        time_zone text NOT NULL,
        language text NOT NULL,
        secret bytea NOT NULL,
        next_at timestamp with time zone NOT NULL,
        pause text,
        pause_detail text,
        told jsonb NOT NULL,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_digests PRIMARY KEY (user_account_id, id),
        CONSTRAINT fk_digests_user_accounts_user_account_id FOREIGN KEY (user_account_id) REFERENCES user_accounts (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153657_Digests') THEN
    CREATE TABLE digest_messages (
        user_account_id uuid NOT NULL,
        id uuid NOT NULL,
        digest_id uuid NOT NULL,
        channel text NOT NULL,
        kind text NOT NULL,
        day date,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL,
        due_at timestamp with time zone NOT NULL,
        claim_id uuid,
        error text,
        created_at timestamp with time zone NOT NULL,
        sent_at timestamp with time zone,
        CONSTRAINT pk_digest_messages PRIMARY KEY (user_account_id, id),
        CONSTRAINT fk_digest_messages_digests_user_account_id_digest_id FOREIGN KEY (user_account_id, digest_id) REFERENCES digests (user_account_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153657_Digests') THEN
    CREATE INDEX ix_digest_messages_due_at ON digest_messages (due_at) WHERE state = 'pending';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153657_Digests') THEN
    CREATE INDEX ix_digest_messages_user_account_id_digest_id_created_at ON digest_messages (user_account_id, digest_id, created_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153657_Digests') THEN
    CREATE UNIQUE INDEX ix_digest_messages_user_account_id_digest_id_day ON digest_messages (user_account_id, digest_id, day);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153657_Digests') THEN
    CREATE INDEX ix_digests_next_at ON digests (next_at) WHERE pause IS NULL AND recipient IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130153657_Digests') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130153657_Digests', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130182535_LeadsCountedIndex') THEN
    CREATE INDEX IF NOT EXISTS ix_leads_counted ON leads (user_account_id, creative_id)
      INCLUDE (is_qualified, direction_id, created_at, is_test, amocrm_lead_id, first_qualified_at, phone_e164, email)
      WHERE amocrm_lead_id IS NOT NULL AND NOT is_deleted;
    END IF;
END $EF$;
COMMIT;


DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130182535_LeadsCountedIndex') THEN
    DROP INDEX IF EXISTS ix_leads_creative_figures;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130182535_LeadsCountedIndex') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130182535_LeadsCountedIndex', '10.0.15');
    END IF;
END $EF$;
START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130213304_CohortDays') THEN
    CREATE TABLE cohort_days (
        user_account_id uuid NOT NULL,
        day date NOT NULL,
        creative_id uuid NOT NULL,
        direction_id uuid NOT NULL,
        currency text NOT NULL,
        chosen integer NOT NULL,
        deleted integer NOT NULL,
        tests integer NOT NULL,
        leads integer NOT NULL,
        qualified_now integer NOT NULL,
        qualified_ever integer NOT NULL,
        qualified_reached integer NOT NULL,
        won integer NOT NULL,
        won_now integer NOT NULL,
        won_ever integer NOT NULL,
        won_reached integer NOT NULL,
        won_without_amount integer NOT NULL,
        amount numeric NOT NULL,
        created bytea,
        is_qualified bytea,
        qualified_after bytea,
        reached_after bytea,
        sold bytea,
        amounts bytea,
        won_after bytea,
        lost_after bytea,
        people bytea,
        visits bytea,
        CONSTRAINT pk_cohort_days PRIMARY KEY (user_account_id, day, creative_id, direction_id, currency)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130213304_CohortDays') THEN
    CREATE TABLE cohort_settings (
        user_account_id uuid NOT NULL,
        time_zone text NOT NULL,
        stages text NOT NULL,
        rests_until timestamp with time zone NOT NULL,
        CONSTRAINT pk_cohort_settings PRIMARY KEY (user_account_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130213304_CohortDays') THEN
    CREATE TABLE stale_days (
        user_account_id uuid NOT NULL,
        utc_day date NOT NULL,
        id uuid NOT NULL,
        CONSTRAINT pk_stale_days PRIMARY KEY (user_account_id, utc_day, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130213304_CohortDays') THEN
    ALTER TABLE cohort_days
      ALTER created SET STORAGE EXTERNAL, ALTER is_qualified SET STORAGE EXTERNAL, ALTER qualified_after SET STORAGE EXTERNAL,
      ALTER reached_after SET STORAGE EXTERNAL, ALTER sold SET STORAGE EXTERNAL, ALTER amounts SET STORAGE EXTERNAL,
      ALTER won_after SET STORAGE EXTERNAL, ALTER lost_after SET STORAGE EXTERNAL, ALTER people SET STORAGE EXTERNAL,
      ALTER visits SET STORAGE EXTERNAL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130213304_CohortDays') THEN
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
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130213304_CohortDays') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130213304_CohortDays', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130222113_LeadsCreativeIndex') THEN
    CREATE INDEX IF NOT EXISTS ix_leads_creative ON leads (user_account_id, creative_id, created_at, id);
    END IF;
END $EF$;
COMMIT;


DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130222113_LeadsCreativeIndex') THEN
    DROP INDEX IF EXISTS ix_leads_counted;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "migration_id" = '20261130222113_LeadsCreativeIndex') THEN
    INSERT INTO "__EFMigrationsHistory" (migration_id, product_version)
    VALUES ('20261130222113_LeadsCreativeIndex', '10.0.15');
    END IF;
END $EF$;
