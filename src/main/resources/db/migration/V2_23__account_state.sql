-- Who was preserved since when: the guard counts the last hour, the purge walks the oldest first.
CREATE INDEX ix_state ON account (tenant_no, state, state_at, id);
