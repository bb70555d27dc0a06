CREATE UNIQUE INDEX uq_administrator_subject ON administrator (oidc_subject);
