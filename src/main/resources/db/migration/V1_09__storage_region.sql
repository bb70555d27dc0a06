CREATE TABLE storage_region (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  name_key VARBINARY(400) NOT NULL,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, id),
  UNIQUE KEY uq_storage_region_name (tenant_no, name_key)
);
