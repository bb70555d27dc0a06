CREATE TABLE job (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  state TINYINT NOT NULL,
  detail LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  progress LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_by VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, id),
  KEY ix_job_state (state, updated_at)
);
