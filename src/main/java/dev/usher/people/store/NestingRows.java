package dev.usher.people.store;

import dev.usher.people.Nesting;
import dev.usher.platform.Database;
import dev.usher.tenant.Caller;
import dev.usher.tenant.VersionedCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Groups in groups, read whole and kept on this node while the tenant's nesting version stands. */
@ApplicationScoped
public class NestingRows {
    private static final int CACHED_TENANTS = 1_000;
    private static final int MOST_EDGES = 200_000;
    private static final Nesting NONE = new Nesting(List.of());

    @Inject
    private Database database;

    private final VersionedCache<Versioned> cache = new VersionedCache<>(CACHED_TENANTS, Versioned::version);

    private record Versioned(long version, Nesting nesting) {}

    /** The tenant's nesting; no statement while it stands, nor where no group ever was in another. */
    public Nesting nesting(Caller caller) {
        if (caller.versions().nesting() == 0) {
            return NONE;
        }
        return cache.get(caller.tenant(), caller.versions().nesting(), () -> load(caller))
                .nesting();
    }

    private Versioned load(Caller caller) {
        var edges = database.query(
                "SELECT n.parent_id, g.name, n.child_id FROM group_nesting n"
                        + " JOIN scim_group g ON g.tenant_no=n.tenant_no AND g.id=n.parent_id"
                        + " WHERE n.tenant_no=? LIMIT " + MOST_EDGES,
                row -> new Nesting.Edge(row.uuid(1), row.text(2), row.uuid(3)),
                caller.tenant().number());
        return new Versioned(caller.versions().nesting(), new Nesting(edges));
    }
}
