package dev.usher.people.store;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.filter.Filter;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is looked for and in which order, resolved; where to begin is the {@link Window}'s. */
public final class SearchQuery {
    private static final int HASH_BYTES = 16;

    private final Caller caller;
    private final SchemaRegistry registry;
    private final ResourceType type;
    private final @Nullable Filter filter;
    private final @Nullable AttributePath sortBy;
    private final boolean descending;

    private SearchQuery(
            Caller caller,
            SchemaRegistry registry,
            ResourceType type,
            @Nullable Filter filter,
            @Nullable AttributePath sortBy,
            boolean descending) {
        this.caller = requireNonNull(caller, "caller");
        this.registry = requireNonNull(registry, "registry");
        this.type = requireNonNull(type, "type");
        this.filter = filter;
        this.sortBy = sortBy;
        this.descending = descending;
    }

    /** Everything of a type, in the order of ids. */
    public static SearchQuery all(Caller caller, SchemaRegistry registry, ResourceType type) {
        return new SearchQuery(caller, registry, type, null, null, false);
    }

    /** The same, filtered. */
    public SearchQuery matching(Filter wanted) {
        return new SearchQuery(caller, registry, type, requireNonNull(wanted, "wanted"), sortBy, descending);
    }

    /** The same in another order; descending is the exact reverse. */
    public SearchQuery sortedBy(AttributePath path, boolean reverse) {
        return new SearchQuery(caller, registry, type, filter, requireNonNull(path, "path"), reverse);
    }

    /** The same by id, in the direction of an order by what this type lacks. */
    public SearchQuery withoutSortValue(boolean reverse) {
        return new SearchQuery(caller, registry, type, filter, null, reverse);
    }

    Caller caller() {
        return caller;
    }

    SchemaRegistry registry() {
        return registry;
    }

    ResourceType type() {
        return type;
    }

    Population population() {
        return Population.of(type);
    }

    Optional<Filter> filter() {
        return Optional.ofNullable(filter);
    }

    Optional<AttributePath> sortBy() {
        return Optional.ofNullable(sortBy);
    }

    boolean descending() {
        return descending;
    }

    /** Tells one query of a tenant from another; cursors and anchors belong to it. */
    public byte[] hash() {
        String text = type + "\n" + caller.connection() + "\n" + (filter == null ? "" : filter) + "\n"
                + (sortBy == null ? "" : sortBy.text()) + "\n" + descending;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
