-- Up to which act retention has deleted a tenant's chain, and that act's hash: the chain begins after it.
CREATE TABLE audit_expired (
  tenant_no INT NOT NULL,
  seq BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  PRIMARY KEY (tenant_no)
);
