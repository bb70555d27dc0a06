-- The subject by which the configured OpenID provider knows an administrator; bound at the first sign-in that it vouches for.
ALTER TABLE administrator ADD COLUMN oidc_subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
