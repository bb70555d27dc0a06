-- The product's own id makes its registrations repeatable.
CREATE UNIQUE INDEX uq_device_external_id ON device (tenant_no, external_id);
