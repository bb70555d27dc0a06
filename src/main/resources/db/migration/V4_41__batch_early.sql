-- Whoever was deactivated from its beginning until then, and is in no batch, belongs to it.
ALTER TABLE deactivation_batch ADD COLUMN early_until DATETIME(6);
