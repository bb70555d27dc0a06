-- Tenant 0 is nobody: the audit chain of acts that concern the platform itself.
INSERT INTO audit_head (tenant_no, seq, hash) VALUES (0, 0, X'0000000000000000000000000000000000000000000000000000000000000000');
