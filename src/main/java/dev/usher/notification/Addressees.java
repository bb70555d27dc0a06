package dev.usher.notification;

import dev.usher.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;

/** Knows the people whom activation mail is for; the component that owns them provides the bean. */
public interface Addressees {
    /** The person as known now; empty where there is none any more. Called outside any transaction. */
    Optional<Addressee> find(TenantId tenant, UUID user);
}
