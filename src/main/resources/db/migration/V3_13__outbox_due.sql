DROP INDEX ix_outbox_due ON outbox;
