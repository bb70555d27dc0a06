package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The users whom SCIM sees, for the work that indexes a schema behind its registration. */
@ApplicationScoped
public class IndexRows {
    private static final String SELECT = "SELECT a.id, a.modified_at, d.doc FROM account a"
            + " JOIN account_doc d ON d.tenant_no=a.tenant_no AND d.id=a.id WHERE a.tenant_no=? AND a.scim_visible=1";

    @Inject
    private Database database;

    /** Somebody, as of this reading. */
    public record Seen(UUID id, Instant modified, ScimResource document) {}

    /** By id. One statement. */
    public List<Seen> after(TenantId tenant, UUID id, int limit) {
        return database.query(
                SELECT + " AND a.id>? ORDER BY a.tenant_no, a.scim_visible, a.id LIMIT ?",
                IndexRows::seen,
                tenant.number(),
                id,
                limit);
    }

    /** By the time of their last change. One statement. */
    public List<Seen> changedAfter(TenantId tenant, Instant time, UUID id, int limit) {
        return database.query(
                SELECT + " AND a.modified_at>=? AND (a.modified_at>? OR a.id>?)"
                        + " ORDER BY a.tenant_no, a.scim_visible, a.modified_at, a.id LIMIT ?",
                IndexRows::seen,
                tenant.number(),
                time,
                time,
                id,
                limit);
    }

    /** Which of these have a value under one of these numbers in the value table. One statement. */
    public List<UUID> holding(TenantId tenant, Collection<Integer> attributes, List<Seen> users) {
        if (attributes.isEmpty() || users.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Object>(List.of(tenant.number()));
        users.forEach(seen -> parameters.add(seen.id()));
        parameters.addAll(attributes);
        return database.query(
                "SELECT DISTINCT user_id FROM user_attr WHERE tenant_no=? AND user_id IN ("
                        + Database.marks(users.size()) + ") AND attr_no IN (" + Database.marks(attributes.size()) + ")",
                row -> row.uuid(1),
                parameters.toArray());
    }

    private static Seen seen(Row row) {
        return new Seen(
                row.uuid(1), row.instant(2), new ScimResource(ResourceType.USER, JsonText.trusted(row.text(3))));
    }
}
