package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaUrns;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells of managers whom SCIM sees what the server knows of them (RFC 7643 §4.3): display name and link. An id that is
 * unknown, deleted or another tenant's stays as it was sent, for identity providers send managers before they send them.
 */
@ApplicationScoped
public class Managers {
    private static final String MANAGER = "manager";
    private static final String REF = "$ref";
    private static final int SHORTENED_BYTES = 255;

    @Inject
    private Database database;

    /** The display names, blank for none, of those managers whom SCIM sees; no statement where nobody has one. */
    Map<UUID, String> known(TenantId tenant, Collection<ScimResource> users) {
        Set<UUID> ids = new HashSet<>();
        users.forEach(user -> id(user).ifPresent(ids::add));
        if (ids.isEmpty()) {
            return Map.of();
        }
        Sql sql = Sql.of("SELECT a.id, COALESCE(v.v_exact, v.v) FROM account a LEFT JOIN user_attr v ON v.tenant_no ="
                        + " a.tenant_no AND v.user_id = a.id AND v.attr_no = " + CorePaths.DISPLAY_NAME
                        + " AND v.ord = 0")
                .add(new IdList(database.dialect()).where("a.tenant_no", tenant, "a.id", ids))
                .add(" AND a.scim_visible=1");
        var known = new HashMap<UUID, String>();
        database.query(sql.text(), row -> known.put(row.uuid(1), name(row)), sql.parameters());
        return known;
    }

    private static String name(Row row) {
        // A shortened key ends in the middle of a character and a hash; it is no text to show.
        return row.optionalBytes(2)
                .filter(bytes -> bytes.length < SHORTENED_BYTES)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The user with what is known of the manager; the link is the resource's path, which the answer makes whole. */
    static ScimResource filled(ScimResource user, Map<UUID, String> known) {
        Optional<UUID> id = id(user).filter(known::containsKey);
        if (id.isEmpty()) {
            return user;
        }
        JsonObject enterprise = user.document().getJsonObject(SchemaUrns.ENTERPRISE);
        var manager = JsonParts.object(enterprise.getJsonObject(MANAGER))
                .add(REF, ResourceType.USER.endpoint() + "/" + id.get());
        String name = known.getOrDefault(id.get(), "");
        if (!name.isEmpty()) {
            manager.add("displayName", name);
        }
        return user.with(
                SchemaUrns.ENTERPRISE,
                JsonParts.object(enterprise).add(MANAGER, manager).build());
    }

    /**
     * The user as it is kept, without the link to a manager whom SCIM sees: that link is ours, and from who sends back what
     * it read it would be a change where nothing changed. One statement where there is a link, else none.
     */
    public ScimResource unlinked(TenantId tenant, ScimResource user) {
        if (!(user.document().get(SchemaUrns.ENTERPRISE) instanceof JsonObject enterprise)
                || !(enterprise.get(MANAGER) instanceof JsonObject manager)
                || !manager.containsKey(REF)
                || known(tenant, List.of(user)).isEmpty()) {
            return user;
        }
        JsonObject bare = JsonParts.object(manager).remove(REF).build();
        return user.with(
                SchemaUrns.ENTERPRISE,
                JsonParts.object(enterprise).add(MANAGER, bare).build());
    }

    private static Optional<UUID> id(ScimResource user) {
        return user.document().get(SchemaUrns.ENTERPRISE) instanceof JsonObject enterprise
                        && enterprise.get(MANAGER) instanceof JsonObject manager
                        && manager.get("value") instanceof JsonString value
                ? MemberTerms.uuid(value.getString())
                : Optional.empty();
    }
}
