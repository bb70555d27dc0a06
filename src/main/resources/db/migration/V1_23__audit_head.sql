CREATE TABLE audit_head (
  tenant_no INT NOT NULL,
  seq BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  PRIMARY KEY (tenant_no)
);
