-- Who claimed the row: only that claim may mark it.
ALTER TABLE outbox ADD COLUMN claimed_by BINARY(16);
