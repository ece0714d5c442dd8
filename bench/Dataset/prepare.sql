-- What the scripts of the bench share.

CREATE UNLOGGED TABLE bench_accounts (number int PRIMARY KEY, id uuid NOT NULL, shard int NOT NULL);

-- Like a UUIDv7: 48 bits of a time, then a counter.
CREATE FUNCTION bench_uuid(milliseconds bigint, counter bigint) RETURNS uuid IMMUTABLE PARALLEL SAFE LANGUAGE sql RETURN
  (lpad(to_hex(milliseconds), 12, '0') || '70008' || lpad(to_hex(counter), 15, '0'))::uuid;

-- Indexes and foreign keys of a table are cheaper to make after the rows than with them.
CREATE UNLOGGED TABLE bench_put_aside (again text NOT NULL);

CREATE PROCEDURE bench_put_aside(tables regclass[]) LANGUAGE plpgsql AS $$
DECLARE it record;
BEGIN
  -- Days are counted once all is there.
  FOR it IN SELECT DISTINCT tgrelid::regclass AS owner FROM pg_trigger WHERE tgrelid = ANY (tables) AND NOT tgisinternal LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', it.owner);
    INSERT INTO bench_put_aside VALUES (format('ALTER TABLE %s ENABLE TRIGGER USER', it.owner));
  END LOOP;
  INSERT INTO bench_put_aside VALUES (
    'INSERT INTO stale_days (user_account_id, utc_day, id) SELECT DISTINCT id, now()::date, gen_random_uuid() FROM user_accounts');
  FOR it IN SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS away,
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS again
            FROM pg_constraint WHERE conrelid = ANY (tables) AND contype = 'f'
            UNION ALL
            SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            FROM pg_index i WHERE i.indrelid = ANY (tables)
              AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype = 'p') LOOP
    INSERT INTO bench_put_aside VALUES (it.again);
    EXECUTE it.away;
  END LOOP;
END $$;

CREATE PROCEDURE bench_put_back() LANGUAGE plpgsql AS $$
DECLARE it record;
BEGIN
  FOR it IN DELETE FROM bench_put_aside RETURNING again LOOP EXECUTE it.again; END LOOP;
  DELETE FROM cohort_settings;
END $$;
