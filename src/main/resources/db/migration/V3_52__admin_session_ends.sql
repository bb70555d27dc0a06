-- Whoever signs in clears ended sessions away.
CREATE INDEX ix_admin_session_ends ON admin_session (ends_at);
