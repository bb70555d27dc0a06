-- A wave of deactivations that waits for an administrator: those preserved by the IdP from began_at to last_at.
-- state: 0 OPEN, 1 CONFIRMED, 2 RESTORED.
CREATE TABLE deactivation_batch (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  began_at DATETIME(6) NOT NULL,
  last_at DATETIME(6) NOT NULL,
  state TINYINT NOT NULL,
  decided_by VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  job_id BINARY(16),
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, id),
  KEY ix_batch_state (tenant_no, state, began_at)
);
