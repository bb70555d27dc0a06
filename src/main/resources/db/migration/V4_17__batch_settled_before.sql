UPDATE deactivation_batch SET settled_at = last_at WHERE state <> 0;
