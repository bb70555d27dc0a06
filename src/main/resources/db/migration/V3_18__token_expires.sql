-- Which tokens end soon.
CREATE INDEX ix_token_expires ON token (expires_at);
