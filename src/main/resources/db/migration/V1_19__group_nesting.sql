CREATE TABLE group_nesting (
  tenant_no INT NOT NULL,
  parent_id BINARY(16) NOT NULL,
  child_id BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_no, parent_id, child_id),
  KEY ix_child (tenant_no, child_id, parent_id)
);
