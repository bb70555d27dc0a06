CREATE INDEX ix_group_modified ON scim_group (tenant_no, modified_at, id);
