-- Whose data must not be purged, by nobody, until the hold is lifted.
CREATE TABLE legal_hold (
  tenant_no INT NOT NULL,
  user_id BINARY(16) NOT NULL,
  reason VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  placed_by VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  placed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_no, user_id)
);
