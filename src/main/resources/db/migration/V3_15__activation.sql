-- The activation of a user: letter_id is the outbox row whose codes hold; a newer letter ends those of the one before.
CREATE TABLE activation (
  tenant_no INT NOT NULL,
  user_id BINARY(16) NOT NULL,
  letter_id BINARY(16) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  redeemed_at DATETIME(6),
  redeemed_by VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  PRIMARY KEY (tenant_no, user_id)
);
