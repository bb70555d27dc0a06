-- When the row was sent, given up or discarded.
ALTER TABLE outbox ADD COLUMN done_at DATETIME(6);
