-- Numbers of custom paths, from 1000 on; core paths have fixed numbers in the code.
CREATE TABLE attribute_name (
  tenant_no INT NOT NULL,
  attr_no INT NOT NULL,
  path_key BINARY(32) NOT NULL,
  path VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_no, attr_no),
  UNIQUE KEY uq_attribute_path (tenant_no, path_key)
);
