-- The same work without a service: one call does the whole queue, set by set. It parses nothing: bench_events has what the bodies tell.
-- It only knows moves in order, as the ledger's arithmetic cannot be had so cheaply in SQL.
CREATE FUNCTION bench_process() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE done bigint;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7001, hashtext(id::text)) FROM bench_accounts;

  CREATE TEMP TABLE event ON COMMIT DROP AS
  SELECT d.user_account_id AS account, d.id, d.received_at, e.deal, e.pipeline, e.status, e.old_status, e.price, e.changed_at, e.payload
  FROM webhook_inbox d JOIN bench_events e ON e.id = d.id WHERE NOT d.is_dead AND d.due_at <= now();
  ANALYZE event;

  INSERT INTO amocrm_deals (user_account_id, amocrm_lead_id, first_seen_at)
  SELECT DISTINCT account, deal, now() FROM event ORDER BY account, deal ON CONFLICT DO NOTHING;
  PERFORM 1 FROM amocrm_deals d JOIN (SELECT DISTINCT account, deal FROM event) e ON d.user_account_id = account AND d.amocrm_lead_id = deal
  ORDER BY d.user_account_id, d.amocrm_lead_id FOR UPDATE OF d;

  CREATE TEMP TABLE step ON COMMIT DROP AS
  SELECT e.*, l.id AS lead, coalesce(lag(e.pipeline) OVER moves, before.to_pipeline_id) AS from_pipeline,
         coalesce(e.old_status, lag(e.status) OVER moves, before.to_status_id) AS from_status
  FROM event e
  LEFT JOIN leads l ON l.user_account_id = e.account AND l.amocrm_lead_id = e.deal
  LEFT JOIN LATERAL (
    SELECT to_pipeline_id, to_status_id FROM amocrm_lead_status_history h WHERE h.user_account_id = e.account AND h.amocrm_lead_id = e.deal
    ORDER BY h.changed_at DESC, h.order_in_second DESC LIMIT 1) AS before ON true
  WINDOW moves AS (PARTITION BY e.account, e.deal ORDER BY e.changed_at);
  ANALYZE step;

  INSERT INTO amocrm_lead_status_history (user_account_id, amocrm_lead_id, to_pipeline_id, to_status_id, changed_at, id, lead_id,
    from_pipeline_id, from_status_id, order_in_second, received_at, position, first_source, source, source_received_at, origin_status_id,
    webhook_data)
  SELECT account, deal, pipeline, status, changed_at, gen_random_uuid(), lead, from_pipeline, from_status, 0, received_at, 0, 'webhook',
         'webhook', received_at, old_status, payload
  FROM step WHERE (pipeline, status) IS DISTINCT FROM (from_pipeline, from_status)
  ON CONFLICT DO NOTHING;

  INSERT INTO lead_stage_reached AS r (user_account_id, amocrm_lead_id, pipeline_id, status_id, first_entered_at, last_entered_at)
  SELECT account, deal, pipeline, status, min(changed_at), max(changed_at) FROM step GROUP BY account, deal, pipeline, status
  ON CONFLICT (user_account_id, amocrm_lead_id, pipeline_id, status_id)
  DO UPDATE SET first_entered_at = least(r.first_entered_at, excluded.first_entered_at),
                last_entered_at = greatest(r.last_entered_at, excluded.last_entered_at);

  UPDATE leads l SET current_pipeline_id = s.pipeline, current_status_id = s.status, is_qualified = s.is_qualified,
    first_qualified_at = CASE WHEN s.is_qualified THEN least(l.first_qualified_at, s.changed_at) ELSE l.first_qualified_at END,
    stages_reached = ARRAY(SELECT pipeline_id << 32 | status_id FROM lead_stage_reached r
                           WHERE r.user_account_id = s.account AND r.amocrm_lead_id = s.deal ORDER BY 1), updated_at = now()
  FROM (
    SELECT DISTINCT ON (account, deal) e.*, coalesce(p.is_qualified_stage, false) AS is_qualified
    FROM step e LEFT JOIN amocrm_pipeline_stages p ON p.user_account_id = account AND p.pipeline_id = pipeline AND p.status_id = status
    ORDER BY account, deal, e.changed_at DESC) AS s
  WHERE l.user_account_id = s.account AND l.id = s.lead;

  UPDATE amocrm_deals d SET price = s.price, price_changed_at = s.changed_at, price_received_at = s.received_at,
    visit_stages = d.visit_stages || s.stages, visit_starts = d.visit_starts || s.starts
  FROM (
    SELECT DISTINCT ON (account, deal) *, array_agg(pipeline << 32 | status) OVER moves AS stages,
      array_agg(extract(epoch FROM changed_at)::bigint) OVER moves AS starts
    FROM step WINDOW moves AS (PARTITION BY account, deal ORDER BY changed_at)
    ORDER BY account, deal, changed_at DESC) AS s
  WHERE d.user_account_id = s.account AND d.amocrm_lead_id = s.deal;

  WITH gone AS (
    DELETE FROM webhook_inbox d USING event e WHERE d.user_account_id = e.account AND d.id = e.id
    RETURNING d.user_account_id, d.id, d.received_at, d.attempts, d.raw_body, e.deal)
  INSERT INTO webhook_deliveries (user_account_id, id, received_at, state, attempts, events, raw_body)
  SELECT user_account_id, id, received_at, 'processed', attempts + 1,
         jsonb_build_array(jsonb_build_object('entity', 'lead', 'id', deal, 'event', 'status', 'effect', 'applied', 'reason', null)), raw_body
  FROM gone;
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;
