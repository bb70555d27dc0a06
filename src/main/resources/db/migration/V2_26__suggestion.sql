-- A move that waits for an administrator, at most one a user. state: 0 OPEN, 1 DISMISSED (so that it is not made again).
CREATE TABLE suggestion (
  tenant_no INT NOT NULL,
  user_id BINARY(16) NOT NULL,
  state TINYINT NOT NULL,
  reason VARCHAR(30) NOT NULL,
  mapping_id BINARY(16) NOT NULL,
  order_version BIGINT NOT NULL,
  profile_id BINARY(16) NOT NULL,
  region_id BINARY(16) NOT NULL,
  quota_bytes BIGINT,
  made_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_no, user_id),
  KEY ix_suggestion_state (tenant_no, state, user_id)
);
