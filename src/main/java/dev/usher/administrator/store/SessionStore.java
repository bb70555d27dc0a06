package dev.usher.administrator.store;

import dev.usher.administrator.AdminIdentity;
import dev.usher.administrator.AdministratorId;
import dev.usher.administrator.Role;
import dev.usher.administrator.Session;
import dev.usher.administrator.SignInAnswer;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The SQL of sessions. */
@Dependent
public class SessionStore {
    private static final int MOST_CLEARED = 1_000;

    private final Database database;

    @Inject
    SessionStore(Database database) {
        this.database = database;
    }

    public void insert(byte[] hash, SignInAnswer.Known who, Instant now, Instant end, Instant provedAt) {
        database.update(
                "INSERT INTO admin_session (hash, administrator_id, credential_version, created_at, seen_at, ends_at,"
                        + " proved_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                hash,
                who.id().value(),
                who.credentialVersion(),
                now,
                now,
                end,
                provedAt);
    }

    /** A session of another version of the credential, or of a disabled administrator, is none. */
    public Optional<Session> find(byte[] hash) {
        return database.one(
                "SELECT a.id, a.tenant_no, a.name, a.role, s.seen_at, s.ends_at, s.proved_at"
                        + " FROM admin_session s JOIN administrator a ON a.id = s.administrator_id"
                        + " WHERE s.hash = ? AND a.credential_version = s.credential_version AND a.disabled = 0",
                SessionStore::session,
                hash);
    }

    public void seen(byte[] hash, Instant now) {
        database.update("UPDATE admin_session SET seen_at = ? WHERE hash = ?", now, hash);
    }

    public void proved(byte[] hash, Instant now) {
        database.update("UPDATE admin_session SET proved_at = ? WHERE hash = ?", now, hash);
    }

    public void delete(byte[] hash) {
        database.update("DELETE FROM admin_session WHERE hash = ?", hash);
    }

    public void deleteAll(AdministratorId administrator) {
        database.update("DELETE FROM admin_session WHERE administrator_id = ?", administrator.value());
    }

    /** Ended ones, at most a thousand at a time; what is left over goes with the next sign-in. */
    public void deleteEnded(Instant idleSince, Instant now) {
        database.update(
                "DELETE FROM admin_session WHERE seen_at <= ? OR ends_at <= ? LIMIT " + MOST_CLEARED, idleSince, now);
    }

    /** Anybody's ended ones, at most {@code most}; how many. */
    public int expire(Instant idleSince, Instant now, int most) {
        return database.update(
                "DELETE FROM admin_session WHERE seen_at <= ? OR ends_at <= ? LIMIT ?", idleSince, now, most);
    }

    private static Session session(Row row) {
        OptionalLong tenant = row.optionalNumber(2);
        var identity = new AdminIdentity(
                row.text(3),
                row.constant(4, Role.class),
                tenant.isPresent() ? Optional.of(new TenantId((int) tenant.getAsLong())) : Optional.empty(),
                false);
        return new Session(new AdministratorId(row.uuid(1)), identity, row.instant(5), row.instant(6), row.instant(7));
    }
}
