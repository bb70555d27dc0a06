CREATE TABLE assignment (
  tenant_no INT NOT NULL,
  user_id BINARY(16) NOT NULL,
  mapping_id BINARY(16),
  order_version BIGINT NOT NULL,
  profile_id BINARY(16) NOT NULL,
  region_id BINARY(16) NOT NULL,
  quota_bytes BIGINT,
  PRIMARY KEY (tenant_no, user_id),
  KEY ix_assignment_profile (tenant_no, profile_id, user_id),
  KEY ix_assignment_region (tenant_no, region_id, user_id),
  KEY ix_assignment_mapping (tenant_no, mapping_id, user_id)
);
