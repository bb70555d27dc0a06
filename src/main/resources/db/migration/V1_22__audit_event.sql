-- Administrators' acts, a hash chain a tenant: hash = SHA-256 over prev_hash and the row's canonical form.
CREATE TABLE audit_event (
  tenant_no INT NOT NULL,
  seq BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  actor VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  action VARCHAR(60) NOT NULL,
  target BINARY(16),
  detail LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  prev_hash BINARY(32) NOT NULL,
  hash BINARY(32) NOT NULL,
  PRIMARY KEY (tenant_no, seq),
  KEY ix_audit_at (tenant_no, at)
);
