package dev.usher.endpoint.scim;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.extension.Extensions;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the discovery endpoints have in common: anybody may read them, a token adds its tenant's own schemas. */
@ApplicationScoped
public class DiscoveryGate {
    @Inject
    private Asked asked;

    @Inject
    private CurrentCaller callers;

    @Inject
    private Extensions extensions;

    /** Errors: 403 for a filter (RFC 7644 §4). */
    void check() {
        if (asked.filtered()) {
            throw ScimException.forbidden("discovery takes no filter (RFC 7644 §4)");
        }
    }

    /** The tenant's schemas, or for nobody in particular those that every tenant has. */
    SchemaRegistry registry() {
        return callers.known() ? extensions.registry(callers.scim()) : SchemaRegistry.standard();
    }
}
