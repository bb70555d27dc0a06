package dev.usher.people.store;

import dev.usher.assignment.MappingId;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Walks the people whom SCIM sees, with their documents, for re-classification. */
@ApplicationScoped
public class ClassifyRows {
    @Inject
    private Database database;

    /** The next ones by id; only a mapping's where one is named. */
    public List<Account> page(TenantId tenant, Optional<MappingId> mapping, Optional<UUID> after, int limit) {
        var parameters = new ArrayList<Object>(List.of(tenant.number()));
        mapping.ifPresent(id -> parameters.add(id.value()));
        parameters.add(after.orElse(new UUID(0, 0)));
        parameters.add(limit);
        String where = mapping.isPresent()
                ? " WHERE s.tenant_no=? AND s.mapping_id=? AND s.user_id>? AND a.scim_visible=1"
                        + " ORDER BY s.tenant_no, s.mapping_id, s.user_id LIMIT ?"
                : " WHERE a.tenant_no=? AND a.scim_visible=1 AND a.id>? ORDER BY a.tenant_no, a.scim_visible, a.id"
                        + " LIMIT ?";
        return database.query(
                "SELECT " + AccountRows.COLUMNS + AccountRows.TABLES + where, AccountRows::read, parameters.toArray());
    }
}
