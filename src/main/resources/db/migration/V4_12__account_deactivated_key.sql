-- The guard counts the last hour.
CREATE INDEX ix_deactivated ON account (tenant_no, deactivated_at, id);
