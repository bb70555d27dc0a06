UPDATE account SET batch_id = (SELECT MAX(b.id) FROM deactivation_batch b WHERE b.tenant_no = account.tenant_no
  AND account.deactivated_at >= b.began_at AND account.deactivated_at <= b.last_at) WHERE deactivated_at IS NOT NULL;
