package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.people.store.AttributeNumbers.Numbers;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;

/**
 * Who writes, by which schemas and within which limits of filters, and what of the outcome is to be answered; the same
 * for every try of one call.
 */
public record WriteContext(Caller caller, SchemaRegistry registry, Numbers numbers, Parts parts, FilterLimits filters) {
    /** Checks. */
    public WriteContext {
        requireNonNull(caller, "caller");
        requireNonNull(registry, "registry");
        requireNonNull(numbers, "numbers");
        requireNonNull(parts, "parts");
        requireNonNull(filters, "filters");
    }

    /** For a write without a PATCH that a client sent. */
    WriteContext(Caller caller, SchemaRegistry registry, Numbers numbers, Parts parts) {
        this(caller, registry, numbers, parts, FilterLimits.USUAL);
    }

    TenantId tenant() {
        return caller.tenant();
    }

    boolean byIdp() {
        return caller.kind() == Caller.Kind.IDP;
    }
}
