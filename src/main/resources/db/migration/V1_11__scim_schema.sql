-- A tenant's registered schema extensions.
CREATE TABLE scim_schema (
  tenant_no INT NOT NULL,
  urn_key VARBINARY(400) NOT NULL,
  id BINARY(16) NOT NULL,
  definition LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, urn_key)
);
