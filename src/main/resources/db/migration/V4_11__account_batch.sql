-- The wave of deactivations to which that one belongs.
ALTER TABLE account ADD COLUMN batch_id BINARY(16);
