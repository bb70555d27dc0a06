package dev.usher.people.store;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.MappingId;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.people.Suggestion;
import dev.usher.people.UserId;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** SQL of table suggestion; the user's row is locked by whoever writes. */
@ApplicationScoped
public class SuggestionRows {
    private static final int OPEN = 0;
    private static final int DISMISSED = 1;
    private static final String SELECT =
            "SELECT user_id, profile_id, region_id, quota_bytes, mapping_id, order_version,"
                    + " reason, state, made_at FROM suggestion";

    @Inject
    private Database database;

    public Optional<Suggestion> find(TenantId tenant, UUID user) {
        return database.one(
                SELECT + " WHERE tenant_no=? AND user_id=?", SuggestionRows::suggestion, tenant.number(), user);
    }

    /** Open ones by user. */
    public List<Suggestion> page(TenantId tenant, Optional<UUID> after, int limit) {
        var parameters = new ArrayList<Object>(List.of(tenant.number(), OPEN));
        after.ifPresent(parameters::add);
        parameters.add(limit);
        return database.query(
                SELECT + " WHERE tenant_no=? AND state=?" + (after.isPresent() ? " AND user_id>?" : "")
                        + " ORDER BY tenant_no, state, user_id LIMIT ?",
                SuggestionRows::suggestion,
                parameters.toArray());
    }

    /** Makes the suggestion the user's only one. */
    public void put(TenantId tenant, Suggestion made) {
        delete(tenant, made.user().value());
        Assignment to = made.to();
        database.update(
                "INSERT INTO suggestion(tenant_no, user_id, state, reason, mapping_id, order_version, profile_id,"
                        + " region_id, quota_bytes, made_at) VALUES (?,?,?,?,?,?,?,?,?,?)",
                tenant.number(),
                made.user().value(),
                OPEN,
                made.reason(),
                to.mapping().map(MappingId::value),
                to.orderVersion(),
                to.profile().value(),
                to.region().value(),
                boxed(to.quotaBytes()),
                made.madeAt());
    }

    public void dismiss(TenantId tenant, UUID user) {
        database.update(
                "UPDATE suggestion SET state=? WHERE tenant_no=? AND user_id=?", DISMISSED, tenant.number(), user);
    }

    public void delete(TenantId tenant, UUID user) {
        database.update("DELETE FROM suggestion WHERE tenant_no=? AND user_id=?", tenant.number(), user);
    }

    /** Drops the one that waits; a dismissed one stays, so that it is not made again. */
    public void deleteOpen(TenantId tenant, UUID user) {
        database.update(
                "DELETE FROM suggestion WHERE tenant_no=? AND user_id=? AND state=?", tenant.number(), user, OPEN);
    }

    /** For which of these users, at least one and at most a page, a suggestion waits. */
    public Set<UUID> openAmong(TenantId tenant, List<UUID> users) {
        var parameters = new ArrayList<Object>(List.of(tenant.number(), OPEN));
        parameters.addAll(users);
        return Set.copyOf(database.query(
                "SELECT user_id FROM suggestion WHERE tenant_no=? AND state=? AND user_id IN ("
                        + Database.marks(users.size()) + ")",
                row -> row.uuid(1),
                parameters.toArray()));
    }

    private static Suggestion suggestion(Row row) {
        var to = new Assignment(
                new ProfileId(row.uuid(2)),
                new RegionId(row.uuid(3)),
                row.optionalNumber(4),
                row.optionalUuid(5).map(MappingId::new),
                row.number(6));
        return new Suggestion(new UserId(row.uuid(1)), to, row.text(7), row.integer(8) == DISMISSED, row.instant(9));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
