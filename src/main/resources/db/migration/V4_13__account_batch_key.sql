CREATE INDEX ix_batch ON account (tenant_no, batch_id, id);
