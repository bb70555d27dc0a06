package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.people.store.AttributeNumbers.Numbers;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;

/** Who writes, by which schemas, and what of the outcome is to be answered; the same for every try of one call. */
public record WriteContext(Caller caller, SchemaRegistry registry, Numbers numbers, Parts parts) {
    /** Checks. */
    public WriteContext {
        requireNonNull(caller, "caller");
        requireNonNull(registry, "registry");
        requireNonNull(numbers, "numbers");
        requireNonNull(parts, "parts");
    }

    TenantId tenant() {
        return caller.tenant();
    }

    boolean byIdp() {
        return caller.kind() == Caller.Kind.IDP;
    }
}
