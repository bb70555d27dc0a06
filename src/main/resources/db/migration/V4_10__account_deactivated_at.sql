-- When an identity provider ended the person's access; a deletion that follows leaves it, NULL once access is back or an
-- administrator decided. Not state_at, which a deletion changes too.
ALTER TABLE account ADD COLUMN deactivated_at DATETIME(6);
