CREATE TABLE secret_key (
  kid INT NOT NULL,
  purpose VARCHAR(20) NOT NULL,
  wrapped VARBINARY(200) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  retire_at DATETIME(6),
  PRIMARY KEY (kid)
);
