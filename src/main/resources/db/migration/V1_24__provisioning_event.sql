-- What an IdP asked and what became of it. The id is a UUIDv7: the time is in it.
CREATE TABLE provisioning_event (
  tenant_no INT NOT NULL,
  id BINARY(16) NOT NULL,
  subject_id BINARY(16),
  kind SMALLINT NOT NULL,
  outcome SMALLINT NOT NULL,
  detail LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_no, id),
  KEY ix_event_subject (tenant_no, subject_id, id),
  KEY ix_event_outcome (tenant_no, outcome, id)
);
