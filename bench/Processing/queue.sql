-- What the deliveries of the current run tell, so that anybody can check what came of them; the plpgsql side reads it instead of parsing.
CREATE UNLOGGED TABLE IF NOT EXISTS bench_events (
  account uuid NOT NULL, id uuid PRIMARY KEY, received_at timestamptz NOT NULL, deal bigint NOT NULL, pipeline bigint NOT NULL,
  status bigint NOT NULL, old_status bigint NOT NULL, price bigint NOT NULL, changed_at timestamptz NOT NULL, payload jsonb NOT NULL);

-- The deliveries that tell of bench_events.
CREATE OR REPLACE PROCEDURE bench_enqueue(body text) LANGUAGE sql AS $$
  INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body)
  SELECT e.account, e.id, a.shard, e.received_at, e.received_at,
         convert_to(format(body, e.deal, e.status, e.old_status, e.price, extract(epoch FROM e.changed_at)::bigint, e.pipeline), 'UTF8')
  FROM bench_events e JOIN bench_accounts a ON a.id = e.account ORDER BY e.id;
$$;

-- Stage changes of random deals, as many in each account. One of eleven is the second move of its deal.
CREATE OR REPLACE PROCEDURE bench_fill(run int, events int, body text) LANGUAGE plpgsql AS $$
DECLARE
  each int := greatest(events / (SELECT count(*) FROM bench_accounts), 1);
  first_moves int := greatest(each * 10 / 11, 1);
  arrival timestamptz := clock_timestamp();
BEGIN
  TRUNCATE bench_events;
  INSERT INTO bench_events
  SELECT account, bench_uuid((extract(epoch FROM arrival) * 1000)::bigint, n), arrival, deal, 5000, status, old_status, price, at,
         jsonb_build_object('id', deal::text, 'name', 'Заявка', 'status_id', status::text, 'old_status_id', old_status::text,
           'price', price::text, 'responsible_user_id', '8744098', 'last_modified', extract(epoch FROM at)::bigint::text,
           'modified_user_id', '8421298', 'created_user_id', '0', 'date_create', '1689256449', 'pipeline_id', '5000',
           'account_id', '29638927', 'custom_fields', jsonb_build_array(jsonb_build_object('id', '432373', 'name', 'roistat',
             'values', jsonb_build_array(jsonb_build_object('value', '139919')))), 'created_at', '1689256449',
           'updated_at', extract(epoch FROM at)::bigint::text)
  FROM (
    SELECT l.account, l.deal, move, row_number() OVER (ORDER BY move, l.rank, l.account) AS n,
           40004 + 2 * run + move AS status,
           CASE move WHEN 0 THEN (SELECT current_status_id FROM leads WHERE user_account_id = l.account AND amocrm_lead_id = l.deal)
                     ELSE 40004 + 2 * run END AS old_status,
           1000 + 10 * run + move AS price,
           date_trunc('second', arrival - interval '20 hours') + run * interval '10 minutes' + (move * 60 + l.rank % 60) * interval '1 s' AS at
    FROM (SELECT account, deal, row_number() OVER (PARTITION BY account ORDER BY random()) AS rank FROM bench_leads) AS l,
         generate_series(0, 1) AS move
    WHERE CASE move WHEN 0 THEN rank <= first_moves ELSE rank <= each - first_moves END
  ) AS moves;

  CALL bench_enqueue(body);
END $$;

-- First stages of deals that nobody has heard of, as many in each account.
CREATE OR REPLACE PROCEDURE bench_fill_foreign(run int, events int, body text) LANGUAGE plpgsql AS $$
DECLARE arrival timestamptz := clock_timestamp();
BEGIN
  TRUNCATE bench_events;
  INSERT INTO bench_events
  SELECT a.id, bench_uuid((extract(epoch FROM arrival) * 1000)::bigint, n), arrival, 1000000000 + run * 1000000::bigint + n, 5000, 40001, 40002, 1000,
         date_trunc('second', arrival) - interval '1 hour', '{}'
  FROM generate_series(1, events) AS n
  JOIN bench_accounts a ON a.number = n % (SELECT count(*) FROM bench_accounts);
  CALL bench_enqueue(body);
END $$;
