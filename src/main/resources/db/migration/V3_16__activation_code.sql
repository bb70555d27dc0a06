-- Only the SHA-256 of a code is kept. Each try to send a letter has a code of its own.
CREATE TABLE activation_code (
  hash BINARY(32) NOT NULL,
  tenant_no INT NOT NULL,
  user_id BINARY(16) NOT NULL,
  letter_id BINARY(16) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (hash),
  KEY ix_activation_code (tenant_no, user_id)
);
