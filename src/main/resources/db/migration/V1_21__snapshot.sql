CREATE TABLE snapshot (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  device_id BINARY(16) NOT NULL,
  user_id BINARY(16) NOT NULL,
  size_bytes BIGINT NOT NULL,
  taken_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_no, id),
  KEY ix_snapshot_device (tenant_no, device_id, taken_at),
  KEY ix_snapshot_user (tenant_no, user_id)
);
