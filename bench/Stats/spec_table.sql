-- The same leads with no other indexes than those of the specification.
CREATE TABLE leads_spec (LIKE leads);
INSERT INTO leads_spec SELECT * FROM leads;
ALTER TABLE leads_spec ADD PRIMARY KEY (user_account_id, id);
CREATE INDEX leads_spec_pipeline_status ON leads_spec (user_account_id, current_pipeline_id, current_status_id);
CREATE INDEX leads_spec_is_qualified ON leads_spec (user_account_id, is_qualified);
