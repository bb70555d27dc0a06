-- 1: ended at once, for every node, whatever its clock says of ended_at; else ended_at is the end of an overlap, by the clock.
ALTER TABLE token ADD COLUMN ended TINYINT;
