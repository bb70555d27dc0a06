-- What a user has stored, counted with each change, so that quotas and reports need not add up snapshots.
CREATE TABLE inventory_use (
  tenant_no INT NOT NULL,
  user_id BINARY(16) NOT NULL,
  devices BIGINT NOT NULL,
  snapshots BIGINT NOT NULL,
  size_bytes BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, user_id)
);
