-- seats NULL is unlimited. The row is locked last in every transaction (lock order).
CREATE TABLE licence (
  tenant_no INT NOT NULL,
  seats BIGINT,
  used BIGINT NOT NULL,
  preserved BIGINT NOT NULL,
  visible_users BIGINT NOT NULL,
  PRIMARY KEY (tenant_no)
);
