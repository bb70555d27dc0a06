CREATE TABLE api_key (
  hash BINARY(32) NOT NULL,
  id BINARY(16) NOT NULL,
  tenant_no INT NOT NULL,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  prefix VARCHAR(16) NOT NULL,
  role TINYINT NOT NULL,
  created_by VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6),
  ended_at DATETIME(6),
  last_used_at DATETIME(6),
  PRIMARY KEY (hash),
  UNIQUE KEY uq_api_key_id (tenant_no, id)
);
