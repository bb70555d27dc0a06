CREATE UNIQUE INDEX uq_administrator_issuer ON administrator (oidc_issuer, oidc_subject);
