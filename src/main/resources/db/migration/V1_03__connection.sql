-- One IdP app of a tenant; externalIds are scoped to it.
CREATE TABLE connection (
  tenant_no INT NOT NULL,
  connection_no INT NOT NULL,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  external_id_permanent TINYINT NOT NULL,
  PRIMARY KEY (tenant_no, connection_no)
);
