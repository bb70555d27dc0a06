CREATE INDEX ix_group_created ON scim_group (tenant_no, created_at, id);
