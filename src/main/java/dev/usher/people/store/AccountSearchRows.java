package dev.usher.people.store;

import dev.usher.people.AccountQuery;
import dev.usher.people.AccountState;
import dev.usher.platform.Database;
import dev.usher.scim.schema.CompareKey;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds accounts for administrators, SCIM's and those it does not see, newest first. */
@ApplicationScoped
public class AccountSearchRows {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int PREFIX_BYTES = 200;
    private static final int UUID_LENGTH = 36;

    @Inject
    private Database database;

    /** The accounts older than {@code before}, or from the newest; at most {@code limit}. Two statements. */
    public List<Account> search(TenantId tenant, AccountQuery query, Optional<UUID> before, int limit) {
        var draft = Sql.of("SELECT a.id FROM account a");
        if (!query.text().isEmpty()) {
            draft.add(" JOIN (");
            named(draft, tenant, query.text());
            draft.add(") q ON q.id=a.id");
        }
        if (query.profile().isPresent() || query.mapping().isPresent()) {
            draft.add(" JOIN assignment s ON s.tenant_no=a.tenant_no AND s.user_id=a.id");
        }
        draft.add(" WHERE a.tenant_no=?", tenant.number());
        before.ifPresent(id -> draft.add(" AND a.id<?", id));
        query.profile().ifPresent(profile -> draft.add(" AND s.profile_id=?", profile.value()));
        query.mapping().ifPresent(mapping -> draft.add(" AND s.mapping_id=?", mapping.value()));
        states(draft, query);
        draft.add(" ORDER BY a.tenant_no DESC, a.id DESC LIMIT ?", limit);
        List<UUID> ids = database.within(LIMIT).query(draft.text(), row -> row.uuid(1), draft.parameters());
        return load(tenant, ids);
    }

    private List<Account> load(TenantId tenant, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var byId = new HashMap<UUID, Account>();
        Sql sql = Sql.of("SELECT " + AccountRows.COLUMNS + AccountRows.TABLES)
                .add(new IdList(database.dialect()).where("a.tenant_no", tenant, "a.id", ids));
        database.query(sql.text(), AccountRows::read, sql.parameters())
                .forEach(account -> byId.put(account.row().id(), account));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /** Ids from the indexes on names: a range of each, since keys are bytes and a prefix is a range. */
    private static void named(Sql draft, TenantId tenant, String text) {
        byte[] key = CompareKey.text(text, false).full();
        byte[] from = Arrays.copyOf(key, Math.min(key.length, PREFIX_BYTES));
        byte[] to = Arrays.copyOf(from, from.length + 1);
        to[from.length] = (byte) 0xFF; // no UTF-8 text has this byte
        for (String column : List.of("user_name_key", "former_user_name_key")) {
            draft.add(
                    "SELECT id FROM account WHERE tenant_no=? AND " + column + ">=? AND " + column + "<? UNION ",
                    tenant.number(),
                    from,
                    to);
        }
        for (int attribute : CorePaths.NAMES) {
            draft.add(
                    "SELECT user_id FROM user_attr WHERE tenant_no=? AND attr_no=? AND v>=? AND v<? UNION ",
                    tenant.number(),
                    attribute,
                    from,
                    to);
        }
        draft.add("SELECT id FROM account WHERE tenant_no=? AND id=?", tenant.number(), id(text));
    }

    /** The id that the text is; else one that nobody has. */
    private static UUID id(String text) {
        try {
            return text.length() == UUID_LENGTH ? UUID.fromString(text) : new UUID(0, 0);
        } catch (IllegalArgumentException e) {
            // Only looks like an id: then it is a name.
            return new UUID(0, 0);
        }
    }

    private static void states(Sql draft, AccountQuery query) {
        if (query.states().isEmpty()) {
            return;
        }
        var terms = new ArrayList<String>();
        for (AccountState state : query.states()) {
            state.preserver()
                    .ifPresentOrElse(
                            number -> terms.add("(a.state=1 AND a.preserved_by=" + number + ")"),
                            () -> terms.add("a.state=0"));
        }
        draft.add(" AND (" + String.join(" OR ", terms) + ")");
    }
}
