-- HMAC of tenant, number and hash under the secret key: who writes the database alone cannot make it. Empty until the next act.
ALTER TABLE audit_head ADD COLUMN seal BINARY(32);
