CREATE TABLE account_doc (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  doc LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_no, id)
);
