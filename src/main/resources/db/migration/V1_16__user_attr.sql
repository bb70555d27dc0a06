-- The value table: one row an indexed value. rep marks the element that sorts (the primary one, else the first).
-- v is folded UTF-8 where the attribute is not caseExact; over 255 bytes: 223 bytes and a SHA-256.
CREATE TABLE user_attr (
  tenant_no INT NOT NULL,
  user_id BINARY(16) NOT NULL,
  attr_no INT NOT NULL,
  ord SMALLINT NOT NULL,
  rep TINYINT NOT NULL,
  v VARBINARY(255) NOT NULL,
  v_exact VARBINARY(255),
  PRIMARY KEY (tenant_no, user_id, attr_no, ord),
  KEY ix_v (tenant_no, attr_no, v, user_id, ord, rep)
);
