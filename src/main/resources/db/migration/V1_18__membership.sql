-- Users only; groups in groups are group_nesting.
CREATE TABLE membership (
  tenant_no INT NOT NULL,
  group_id BINARY(16) NOT NULL,
  member_id BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_no, group_id, member_id),
  KEY ix_member (tenant_no, member_id, group_id)
);
