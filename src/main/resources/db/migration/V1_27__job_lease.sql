CREATE TABLE job_lease (
  name VARCHAR(60) NOT NULL,
  owner VARCHAR(60) NOT NULL,
  until_at DATETIME(6) NOT NULL,
  fence BIGINT NOT NULL,
  PRIMARY KEY (name)
);
