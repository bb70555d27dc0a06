-- No unique key on place: the order is saved whole, guarded by tenant.order_version. name_key is made unique by the id when the mapping is deleted.
CREATE TABLE mapping (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  name_key VARBINARY(400) NOT NULL,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  place INT NOT NULL,
  criteria LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  profile_id BINARY(16) NOT NULL,
  region_id BINARY(16) NOT NULL,
  quota_bytes BIGINT,
  send_mail TINYINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  deleted_at DATETIME(6),
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, id),
  UNIQUE KEY uq_mapping_name (tenant_no, name_key)
);
