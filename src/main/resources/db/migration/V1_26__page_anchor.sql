CREATE TABLE page_anchor (
  tenant_no INT NOT NULL,
  query_hash BINARY(16) NOT NULL,
  start_index BIGINT NOT NULL,
  last_key VARBINARY(300) NOT NULL,
  total BIGINT NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_no, query_hash, start_index),
  KEY ix_page_anchor (expires_at)
);
