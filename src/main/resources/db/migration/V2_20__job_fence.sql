-- The fencing number of the lease under which the last part was done: a node that lost the lease writes nothing more.
ALTER TABLE job ADD COLUMN fence BIGINT DEFAULT 0 NOT NULL;
