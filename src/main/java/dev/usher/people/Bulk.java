package dev.usher.people;

import dev.usher.extension.Extensions;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.BulkRequest;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/**
 * Many writes in one request (RFC 7644 §3.7). <b>Transaction:</b> none of its own; each operation runs one by {@link
 * Provisioning}, so one that fails undoes nothing of the others, and each stands on the provisioning log for itself.
 */
@ApplicationScoped
public class Bulk {
    @Inject
    private Provisioning provisioning;

    @Inject
    private Extensions extensions;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Tenants tenants;

    /**
     * Does the operations in the order of the request, save that one waits for those whose {@code bulkId} it names; gives
     * what became of those that were tried, in the order of the request. {@code failOnErrors} ends it early. Nothing is
     * thrown: {@code translation} makes an error of whatever a single operation ran into.
     */
    public List<BulkOutcome> run(
            Caller caller, BulkRequest request, Function<RuntimeException, ScimException> translation) {
        var writes =
                new BulkWrites(provisioning, chronicle, () -> tenants.now(caller), extensions::registry, translation);
        return new BulkRun(request, writes).outcomes();
    }
}
