-- Lists by and filters on meta.created; new rows go to its end.
CREATE INDEX ix_created ON account (tenant_no, scim_visible, created_at, id);
