-- "What changed since": filters and lists by meta.lastModified.
CREATE INDEX ix_modified ON account (tenant_no, scim_visible, modified_at, id);
