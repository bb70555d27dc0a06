-- Only the SHA-256 of a token is kept. It is not valid from ended_at on, which may lie ahead (overlap).
CREATE TABLE token (
  hash BINARY(32) NOT NULL,
  id BINARY(16) NOT NULL,
  tenant_no INT NOT NULL,
  connection_no INT NOT NULL,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  prefix VARCHAR(16) NOT NULL,
  created_by VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6),
  first_write_at DATETIME(6),
  last_used_at DATETIME(6),
  last_used_by VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  PRIMARY KEY (hash),
  UNIQUE KEY uq_token_id (tenant_no, id),
  KEY ix_token (tenant_no, connection_no, created_at)
);
