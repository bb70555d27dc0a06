package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.AttributePath;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Holds attributes of a tenant's own schemas to their {@code uniqueness}. No constraint can, since one table has the
 * values of all attributes; so those who write a unique value come one after another, by locks on the tenant's schema rows,
 * which stand before the values in the order of locks.
 */
@ApplicationScoped
public class UniqueValues {
    @Inject
    private Database database;

    /** A value that a user is about to have. */
    public record Claim(AttributePath path, int attribute, byte[] value) {
        /** The refusal of who is not the first to claim it. */
        public ScimException taken() {
            return ScimException.uniqueness("'" + path.text() + "' has a value that another user of this tenant has");
        }
    }

    /** Errors: 409 {@code uniqueness}. One statement, and one for each claim. */
    void require(TenantId tenant, UUID user, List<Claim> claims) {
        database.query(
                "SELECT urn_key FROM scim_schema WHERE tenant_no=? ORDER BY tenant_no, urn_key FOR UPDATE",
                row -> row.bytes(1),
                tenant.number());
        refuseTaken(tenant, user, claims);
    }

    /** The same as things stand, which may change meanwhile. One statement for each claim. */
    public void refuseTaken(TenantId tenant, UUID user, List<Claim> claims) {
        for (Claim claim : claims) {
            boolean taken = database.one(
                            "SELECT user_id FROM user_attr WHERE tenant_no=? AND attr_no=? AND v=? AND user_id<>?"
                                    + " LIMIT 1",
                            row -> row.uuid(1),
                            tenant.number(),
                            claim.attribute(),
                            claim.value(),
                            user)
                    .isPresent();
            if (taken) {
                throw claim.taken();
            }
        }
    }
}
