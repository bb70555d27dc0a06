-- Consumers look for the due rows of their own topics; other topics' rows wait for others.
CREATE INDEX ix_outbox_topic ON outbox (topic, state, due_at);
