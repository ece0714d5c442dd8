-- A past for the accounts in bench_accounts, as the product leaves it: leads in the order of their arrival, accounts mixed as in life,
-- given to creatives by their ads, each lead with bench_steps(i) steps of history to the stages bench_status(i, step). Three of ten belong to the first account.

INSERT INTO creatives (user_account_id, id, title, created_at)
SELECT a.id, bench_uuid(1, a.number * 1000 + c), 'Creative ' || c, now()
FROM bench_accounts a, generate_series(1, 20) AS c;

INSERT INTO creative_ads (user_account_id, ad_id, creative_id)
SELECT a.id, 'ad' || c % 20, bench_uuid(1, a.number * 1000 + 1 + c % 20)
FROM bench_accounts a, generate_series(1, 20) AS c;

INSERT INTO amocrm_pipeline_stages (user_account_id, id, pipeline_id, status_id, pipeline_name, pipeline_sort, status_name, status_color,
                                    sort_order, status_type, is_qualified_stage, is_archived, created_at, updated_at)
SELECT a.id, bench_uuid(2, a.number * 1000 + s), 5000, 40000 + s, 'Sales', 1, 'Stage ' || s, '#fffeb2', s, 0, s % 2 = 1, false, now(), now()
FROM bench_accounts a, generate_series(1, 120) AS s
UNION ALL
SELECT a.id, bench_uuid(2, a.number * 1000 + s), 5000, s, 'Sales', 1, 'Closed ' || s, '#ccff66', 10000 + s, 0, false, false, now(), now()
FROM bench_accounts a, generate_series(142, 143) AS s;

CREATE UNLOGGED TABLE bench_leads AS
SELECT i, a.id AS account, 10000000 + i AS deal, bench_uuid(extract(epoch FROM t.at)::bigint * 1000, i) AS id, t.at AS created_at,
       bench_steps(i) AS steps, bench_status(i, bench_steps(i)) AS status, bench_uuid(1, a.number * 1000 + 1 + i % 20) AS creative
FROM generate_series(1, bench_size()) AS i
JOIN bench_accounts a ON a.number = CASE WHEN i % 10 < 3 THEN 0 ELSE 1 + (i / 10 * 7 + i % 10) % (SELECT max(number) FROM bench_accounts) END
CROSS JOIN LATERAL (SELECT date_trunc('second', now() - interval '95 days' + i * interval '90 days' / bench_size()) AS at) AS t
ORDER BY i;

INSERT INTO leads (user_account_id, id, source_type, name, phone, phone_e164, creative_id, ad_id, utm_source, utm_medium, utm_campaign,
                   amocrm_lead_id, amocrm_push, current_pipeline_id, current_status_id, stages_reached,
                   lost_from_status_id, is_qualified, first_qualified_at, is_deleted, created_at, updated_at,
                   attribution_rule, attribution_ad_id, attribution_code, attribution_value, attributed_at)
SELECT account, id, 'website', 'Client ' || i, '8 900 ' || i, '+7900' || lpad(i::text, 7, '0'), creative, 'ad' || i % 20, 'instagram', 'cpc',
       'campaign ' || i % 7, deal, 'not_needed', 5000, status,
       ARRAY(SELECT 5000::bigint << 32 | bench_status(i, step) FROM generate_series(1, steps) AS step ORDER BY 1),
       CASE status WHEN 143 THEN bench_status(i, steps - 1) END, status % 2 = 1 AND status <> 143, created_at + interval '1 hour', false, created_at,
       created_at, 'ad_id', 'ad' || i % 20, 'ad_id', 'ad' || i % 20, created_at
FROM bench_leads ORDER BY i;

-- The webhooks of the past had the fields that those of the queue have.
INSERT INTO amocrm_deals (user_account_id, amocrm_lead_id, first_seen_at, contacts_read_at, is_confirmed, created_at, responsible_user_id,
                          responsible_changed_at, visit_stages, visit_starts)
SELECT account, deal, created_at, created_at, true, to_timestamp(1689256449), 8744098, created_at,
       ARRAY(SELECT 5000::bigint << 32 | bench_status(i, step) FROM generate_series(1, steps) AS step ORDER BY step),
       ARRAY(SELECT extract(epoch FROM created_at)::bigint + step * 3600 FROM generate_series(1, steps) AS step ORDER BY step)
FROM bench_leads ORDER BY i;

INSERT INTO lead_marks (user_account_id, amocrm_lead_id, code, source, field, value, name, seen_at, position)
SELECT account, deal, 'field:432373', 'webhook', 'custom', '139919', 'roistat', created_at, 0 FROM bench_leads ORDER BY i;

INSERT INTO amocrm_lead_status_history (user_account_id, amocrm_lead_id, to_pipeline_id, to_status_id, changed_at, id, lead_id,
                                        from_pipeline_id, from_status_id, order_in_second, received_at, position, first_source, source,
                                        source_received_at, origin_status_id)
SELECT account, deal, 5000, bench_status(i, step), at, bench_uuid(3, i::bigint * 20 + step), l.id, CASE WHEN step > 1 THEN 5000 END, before, 0, at, 0,
       'webhook', 'webhook', at, before
FROM generate_series(1, 11) AS step, bench_leads l,
     LATERAL (SELECT created_at + step * interval '1 hour' AS at, CASE WHEN step > 1 THEN bench_status(i, step - 1) END AS before) AS t
WHERE step <= steps ORDER BY step, i;

INSERT INTO lead_stage_reached (user_account_id, amocrm_lead_id, pipeline_id, status_id, first_entered_at, last_entered_at)
SELECT account, deal, 5000, bench_status(i, step), created_at + step * interval '1 hour', created_at + step * interval '1 hour'
FROM generate_series(1, 11) AS step, bench_leads WHERE step <= steps ORDER BY step, i;
