CREATE TABLE admin_session (
  hash BINARY(32) NOT NULL,
  administrator_id BINARY(16) NOT NULL,
  credential_version BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  proved_at DATETIME(6) NOT NULL,
  PRIMARY KEY (hash),
  KEY ix_admin_session (administrator_id)
);
