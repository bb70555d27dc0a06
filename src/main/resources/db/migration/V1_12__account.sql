-- One row a person until purge; SCIM sees it while scim_visible. Narrow: walks and locks stay on few pages.
-- state: 0 ACTIVE, 1 PRESERVED; preserved_by: 0 IDP, 1 ADMIN, 2 POLICY, 3 IDP_DELETE; managed_by: 0 MANUAL, 1 IDP.
-- user_name_key is NULL while SCIM does not see the user: a unique key admits many NULLs.
CREATE TABLE account (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  connection_no INT NOT NULL,
  managed_by TINYINT NOT NULL,
  scim_visible TINYINT NOT NULL,
  state TINYINT NOT NULL,
  preserved_by TINYINT,
  seat_held TINYINT NOT NULL,
  state_at DATETIME(6) NOT NULL,
  purge_after DATETIME(6),
  user_name_key VARBINARY(512),
  external_id VARBINARY(255),
  former_user_name_key VARBINARY(512),
  created_at DATETIME(6) NOT NULL,
  modified_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, id),
  UNIQUE KEY uq_user_name (tenant_no, user_name_key),
  KEY ix_external_id (tenant_no, connection_no, external_id),
  KEY ix_walk (tenant_no, scim_visible, id),
  KEY ix_former_name (tenant_no, former_user_name_key),
  KEY ix_purge (tenant_no, state, purge_after)
);
