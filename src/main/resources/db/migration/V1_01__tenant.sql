-- user management: 0 MANUAL, 1 SCIM, 2 DIRECTORY; reclassify: 0 NEVER, 1 SUGGEST, 2 AUTOMATIC.
-- order_version, schema_version and nesting_version key the nodes' caches; the token's query reads them.
CREATE TABLE tenant (
  tenant_no INT NOT NULL,
  name VARCHAR(63) NOT NULL,
  display_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  management TINYINT NOT NULL,
  management_at DATETIME(6) NOT NULL,
  provisioning_api TINYINT NOT NULL,
  reclassify TINYINT NOT NULL,
  order_version BIGINT NOT NULL,
  schema_version BIGINT NOT NULL,
  nesting_version BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no),
  UNIQUE KEY uq_tenant_name (name)
);
