-- Which reminder of a token's expiry went out: each once.
CREATE TABLE token_reminder (
  tenant_no INT NOT NULL,
  token_id BINARY(16) NOT NULL,
  days INT NOT NULL,
  reminded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_no, token_id, days)
);
