package dev.usher.notification;

import dev.usher.tenant.TenantId;
import java.util.List;

/** Knows who reads a tenant's notices; the component that owns administrators provides the bean. */
public interface NoticeReaders {
    /** Addresses of the tenant's administrators who can sign in and have one, each once, at most a hundred. */
    List<String> addresses(TenantId tenant);
}
