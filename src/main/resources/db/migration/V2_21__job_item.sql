-- What a job did with each subject, once each.
CREATE TABLE job_item (
  tenant_no INT NOT NULL,
  job_id BINARY(16) NOT NULL,
  subject_id BINARY(16) NOT NULL,
  outcome VARCHAR(30) NOT NULL,
  detail LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_no, job_id, subject_id)
);
