-- What a tenant wrote instead of the built-in text of a kind of mail in a language.
CREATE TABLE mail_template (
  tenant_no INT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  language VARCHAR(35) NOT NULL,
  subject VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  text_body LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  html_body LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  changed_by VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_no, kind, language)
);
