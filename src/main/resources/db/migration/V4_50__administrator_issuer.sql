-- The OpenID provider whose subject oidc_subject is: another provider's may read the same. NULL only for what an earlier version
-- bound, until a start with a configured provider.
ALTER TABLE administrator ADD COLUMN oidc_issuer VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
