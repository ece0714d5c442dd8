-- One row per kind of error in what came of bench_events; all counts must be 0.
WITH done AS MATERIALIZED (
  SELECT e.account, e.deal, e.changed_at, e.status, e.old_status, e.id,
         (SELECT count(*) FROM webhook_deliveries d WHERE d.user_account_id = e.account AND d.id = e.id
            AND (d.state = 'processed') = EXISTS (SELECT FROM leads l WHERE l.user_account_id = e.account AND l.amocrm_lead_id = e.deal)) AS logged,
         (SELECT count(*) FROM amocrm_lead_status_history h
          WHERE h.user_account_id = e.account AND h.amocrm_lead_id = e.deal AND h.changed_at = e.changed_at AND h.to_status_id = e.status
            AND h.from_status_id = e.old_status) AS steps,
         (SELECT count(*) FROM lead_stage_reached r
          WHERE r.user_account_id = e.account AND r.amocrm_lead_id = e.deal AND r.status_id = e.status AND r.last_entered_at = e.changed_at) AS reached
  FROM bench_events e),
latest AS (SELECT DISTINCT ON (account, deal) * FROM done ORDER BY account, deal, changed_at DESC)
SELECT 'left in the queue' AS error, count(*) FROM webhook_inbox WHERE id IN (SELECT id FROM bench_events)
UNION ALL SELECT 'lost, or logged twice', count(*) FROM done WHERE logged <> 1
UNION ALL SELECT 'without its step, or out of place', count(*) FROM done WHERE steps <> 1
UNION ALL SELECT 'not reached', count(*) FROM done WHERE reached <> 1
UNION ALL SELECT 'lead stands elsewhere', count(*) FROM latest t JOIN leads l ON l.user_account_id = t.account AND l.amocrm_lead_id = t.deal
  WHERE l.current_status_id <> t.status
UNION ALL SELECT 'price of a former move', count(*) FROM latest t JOIN amocrm_deals d ON d.user_account_id = t.account AND d.amocrm_lead_id = t.deal
  WHERE d.price_changed_at IS DISTINCT FROM t.changed_at
UNION ALL SELECT 'steps too many', (SELECT count(*) FROM amocrm_lead_status_history h WHERE h.changed_at >= (SELECT min(changed_at) FROM bench_events)
  AND (h.user_account_id, h.amocrm_lead_id) IN (SELECT account, deal FROM bench_events)) - (SELECT count(*) FROM bench_events)
