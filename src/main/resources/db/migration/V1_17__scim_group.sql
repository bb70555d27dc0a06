CREATE TABLE scim_group (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  connection_no INT NOT NULL,
  name_key VARBINARY(512) NOT NULL,
  name VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  external_id VARBINARY(255),
  doc LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  member_count BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  modified_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, id),
  UNIQUE KEY uq_group_name (tenant_no, name_key),
  KEY ix_group_external_id (tenant_no, connection_no, external_id)
);
