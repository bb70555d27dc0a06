CREATE UNIQUE INDEX uq_snapshot_external_id ON snapshot (tenant_no, device_id, external_id);
