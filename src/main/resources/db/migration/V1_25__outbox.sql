-- Rows are claimed with SKIP LOCKED and claimed_until. state: 0 WAITING, 1 DONE, 2 DEAD.
CREATE TABLE outbox (
  id BINARY(16) NOT NULL,
  tenant_no INT NOT NULL,
  topic SMALLINT NOT NULL,
  subject_id BINARY(16),
  body LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  due_at DATETIME(6) NOT NULL,
  tries INT NOT NULL,
  state TINYINT NOT NULL,
  claimed_until DATETIME(6),
  last_error VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  PRIMARY KEY (id),
  KEY ix_outbox_due (state, due_at),
  KEY ix_outbox_tenant (tenant_no, topic, state)
);
