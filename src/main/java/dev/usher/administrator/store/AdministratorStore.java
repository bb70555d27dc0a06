package dev.usher.administrator.store;

import dev.usher.administrator.AdminIdentity;
import dev.usher.administrator.Administrator;
import dev.usher.administrator.AdministratorId;
import dev.usher.administrator.Credential;
import dev.usher.administrator.Role;
import dev.usher.platform.Database;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Row;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Table administrator: single rows are entities; signing in, lists and counts are SQL. A tenant's are found by its
 * number, the platform's by none.
 */
@Dependent
public class AdministratorStore {
    private static final String SELECT = "SELECT id, tenant_no, name, email, role, disabled, locked_until,"
            + " last_sign_in_at, created_at, version FROM administrator";

    private static final String CREDENTIAL = "SELECT id, tenant_no, name, role, password, disabled, credential_version,"
            + " locked_until FROM administrator";

    /** Bound to no subject of this provider; an older node that takes a subject away leaves the issuer. */
    private static final String FREE = "(oidc_subject IS NULL OR oidc_issuer IS NULL OR oidc_issuer <> ?)";

    /** The name of its row in table setting. */
    private static final String APPLIED_PASSWORD = "admin-password";

    private final Database database;

    @PersistenceContext(unitName = "usher")
    private EntityManager rows;

    @Inject
    AdministratorStore(Database database) {
        this.database = database;
    }

    /** What signing in needs, by the compared form of the name. */
    public Optional<Credential> credential(byte[] nameKey) {
        return database.one(CREDENTIAL + " WHERE name_key = ?", AdministratorStore::credential, nameKey);
    }

    /**
     * The one whom this OpenID provider calls so. Where it is not noted whose word it was, an older node wrote it, and it was
     * this provider's. Lengths are compared since MySQL takes no notice of blanks at the end.
     */
    public Optional<Credential> bySubject(URI issuer, String subject) {
        return database.one(
                CREDENTIAL + " WHERE oidc_subject = ? AND CHAR_LENGTH(oidc_subject) = CHAR_LENGTH(?)"
                        + " AND (oidc_issuer = ? OR oidc_issuer IS NULL)"
                        + " ORDER BY CASE WHEN oidc_issuer IS NULL THEN 1 ELSE 0 END LIMIT 1",
                AdministratorStore::credential,
                subject,
                subject,
                issuer.toString());
    }

    /**
     * Those with this address, its case aside, who can sign in and whom no subject of this provider is bound to, the
     * platform's first; two are as good as many.
     */
    public List<Credential> byEmail(URI issuer, String email) {
        return database.query(
                CREDENTIAL + " WHERE LOWER(email) = ? AND disabled = 0 AND " + FREE
                        + " ORDER BY CASE WHEN tenant_no IS NULL THEN 0 ELSE 1 END, id LIMIT 2",
                AdministratorStore::credential,
                email.toLowerCase(Locale.ROOT),
                issuer.toString());
    }

    /** Binds the provider's subject, in place of another provider's; false where another was quicker. */
    public boolean bind(AdministratorId id, URI issuer, String subject) {
        return database.update(
                        "UPDATE administrator SET oidc_issuer = ?, oidc_subject = ? WHERE id = ? AND " + FREE,
                        issuer.toString(),
                        subject,
                        id.value(),
                        issuer.toString())
                == 1;
    }

    /** Takes the subject back; false where another was quicker. */
    public boolean unbind(AdministratorId id, String subject) {
        return database.update(
                        "UPDATE administrator SET oidc_issuer = NULL, oidc_subject = NULL"
                                + " WHERE id = ? AND oidc_subject = ?",
                        id.value(),
                        subject)
                == 1;
    }

    /** Subjects that were bound when it was not noted whose they are become this provider's, unless somebody has them. */
    public void ownSubjects(URI issuer) {
        database.update(
                "UPDATE administrator SET oidc_subject = NULL WHERE oidc_issuer IS NULL AND oidc_subject IN (SELECT taken"
                        + " FROM (SELECT oidc_subject AS taken FROM administrator WHERE oidc_issuer = ?) AS others)",
                issuer.toString());
        database.update(
                "UPDATE administrator SET oidc_issuer = ? WHERE oidc_subject IS NOT NULL AND oidc_issuer IS NULL",
                issuer.toString());
    }

    /** Counts one more failure, which no other hides; {@code lock} gives the end of the lock for that many in a row. */
    public void failed(AdministratorId id, IntFunction<Instant> lock) {
        boolean counted = false;
        while (!counted) {
            Optional<Long> before = database.one(
                    "SELECT failed_sign_ins FROM administrator WHERE id = ?", row -> row.number(1), id.value());
            counted = before.isEmpty() || failed(id, before.get(), lock);
        }
    }

    private boolean failed(AdministratorId id, long before, IntFunction<Instant> lock) {
        int failures = Math.toIntExact(before + 1);
        return database.update(
                        "UPDATE administrator SET failed_sign_ins = ?, locked_until = ? WHERE id = ? AND failed_sign_ins = ?",
                        failures,
                        lock.apply(failures),
                        id.value(),
                        before)
                == 1;
    }

    public void succeeded(AdministratorId id, Instant now) {
        database.update(
                "UPDATE administrator SET failed_sign_ins = 0, locked_until = NULL, last_sign_in_at = ? WHERE id = ?",
                now,
                id.value());
    }

    public void insert(Administrator administrator, byte[] nameKey, String password) {
        rows.persist(new AdministratorRow(administrator, nameKey, password));
        rows.flush(); // the constraint decides about the name, here
    }

    /** The tenant's administrators by id, or the platform's. */
    public List<Administrator> page(Optional<TenantId> tenant, Optional<AdministratorId> after, int limit) {
        byte[] from = after.map(id -> Uuid7.bytes(id.value())).orElse(new byte[16]);
        if (tenant.isPresent()) {
            return database.query(
                    SELECT + " WHERE tenant_no = ? AND id > ? ORDER BY tenant_no, id LIMIT ?",
                    AdministratorStore::administrator,
                    tenant.get().number(),
                    from,
                    limit);
        }
        return database.query(
                SELECT + " WHERE tenant_no IS NULL AND id > ? ORDER BY tenant_no, id LIMIT ?",
                AdministratorStore::administrator,
                from,
                limit);
    }

    public Optional<Administrator> find(Optional<TenantId> tenant, AdministratorId id) {
        return found(tenant, id, LockModeType.NONE);
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    public Optional<Administrator> lock(Optional<TenantId> tenant, AdministratorId id) {
        return found(tenant, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Its version goes on by one. */
    public void change(Administrator after, Optional<String> password, boolean endsSessions) {
        AdministratorRow row = present(after.id());
        row.become(after, password, endsSessions);
        rows.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        rows.flush();
    }

    public void delete(AdministratorId id) {
        database.update("DELETE FROM admin_session WHERE administrator_id = ?", id.value());
        rows.remove(present(id));
        rows.flush();
    }

    private Optional<Administrator> found(Optional<TenantId> tenant, AdministratorId id, LockModeType lock) {
        return Optional.ofNullable(rows.find(AdministratorRow.class, id.value(), lock))
                .map(AdministratorRow::administrator)
                .filter(found -> found.tenant().equals(tenant));
    }

    private AdministratorRow present(AdministratorId id) {
        return Optional.ofNullable(rows.find(AdministratorRow.class, id.value()))
                .orElseThrow(() -> new IllegalStateException("no such administrator"));
    }

    /** How many platform administrators can sign in, all of them locked until the transaction ends. */
    public int lockPlatform() {
        return database.query(
                        "SELECT id FROM administrator WHERE tenant_no IS NULL AND disabled = 0"
                                + " ORDER BY tenant_no, id LIMIT 1000 FOR UPDATE",
                        row -> row.uuid(1))
                .size();
    }

    /** The stored hash of the environment's password that was applied last. */
    public Optional<String> appliedPassword() {
        return database.one(
                "SELECT content FROM setting WHERE tenant_no = ? AND name = ?",
                row -> row.text(1),
                TenantId.PLATFORM.number(),
                APPLIED_PASSWORD);
    }

    /** Notes it. Two nodes that start together apply the same password, so either's note is right. */
    public void passwordApplied(String hash) {
        int known = database.update(
                "UPDATE setting SET content = ?, version = version + 1 WHERE tenant_no = ? AND name = ?",
                hash,
                TenantId.PLATFORM.number(),
                APPLIED_PASSWORD);
        if (known > 0) {
            return;
        }
        try {
            database.update(
                    "INSERT INTO setting (tenant_no, name, content, version) VALUES (?, ?, ?, 1)",
                    TenantId.PLATFORM.number(),
                    APPLIED_PASSWORD,
                    hash);
        } catch (DuplicateRow e) {
            // The other node noted it a moment ago.
        }
    }

    private static Credential credential(Row row) {
        Role role = row.constant(4, Role.class);
        return new Credential(
                new AdministratorId(row.uuid(1)),
                new AdminIdentity(row.text(3), role, tenant(row), false),
                row.optionalText(5),
                row.flag(6),
                row.number(7),
                row.optionalInstant(8));
    }

    private static Administrator administrator(Row row) {
        return new Administrator(
                new AdministratorId(row.uuid(1)),
                tenant(row),
                row.text(3),
                row.optionalText(4),
                row.constant(5, Role.class),
                row.flag(6),
                row.optionalInstant(7),
                row.optionalInstant(8),
                row.instant(9),
                row.number(10));
    }

    private static Optional<TenantId> tenant(Row row) {
        var number = row.optionalNumber(2);
        return number.isPresent() ? Optional.of(new TenantId((int) number.getAsLong())) : Optional.empty();
    }
}
