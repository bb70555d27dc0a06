CREATE TABLE setting (
  tenant_no INT NOT NULL,
  name VARCHAR(60) NOT NULL,
  content LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, name)
);
