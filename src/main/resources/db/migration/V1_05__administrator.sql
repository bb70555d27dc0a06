-- tenant_no NULL: a platform administrator. Roles: 0 PLATFORM_ADMINISTRATOR, 1 CLOUD_ADMINISTRATOR, 2 ADMINISTRATOR, 3 AUDITOR.
-- password is PBKDF2 in one text (algorithm, iterations, salt, hash); NULL for one who signs in by OpenID Connect only.
CREATE TABLE administrator (
  id BINARY(16) NOT NULL,
  tenant_no INT,
  name_key VARBINARY(400) NOT NULL,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  password VARCHAR(300),
  role TINYINT NOT NULL,
  disabled TINYINT NOT NULL,
  credential_version BIGINT NOT NULL,
  failed_sign_ins INT NOT NULL,
  locked_until DATETIME(6),
  last_sign_in_at DATETIME(6),
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uq_administrator_name (name_key),
  KEY ix_administrator (tenant_no, id)
);
