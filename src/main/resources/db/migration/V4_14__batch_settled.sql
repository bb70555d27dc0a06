-- When what was decided had been done to everybody; until then no purge takes anybody of the batch.
ALTER TABLE deactivation_batch ADD COLUMN settled_at DATETIME(6);
