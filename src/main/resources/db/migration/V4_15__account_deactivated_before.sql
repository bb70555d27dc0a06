UPDATE account SET deactivated_at = state_at WHERE state = 1 AND preserved_by IN (0, 3) AND state_at > created_at;
