-- NULL is unlimited. More preserved users than this alert and stop restores, never a deactivation.
ALTER TABLE licence ADD COLUMN preserved_limit BIGINT;
