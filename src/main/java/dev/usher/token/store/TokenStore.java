package dev.usher.token.store;

import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.CacheVersions;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.UserManagement;
import dev.usher.token.KnownToken;
import dev.usher.token.Token;
import dev.usher.token.TokenAnswer;
import dev.usher.token.TokenId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of tokens. Callers hold the tenant's lock for changes, except for notes of use. */
@Dependent
public class TokenStore {
    private static final int LONGEST_USER_AGENT = 200;

    private static final String SELECT =
            "SELECT id, connection_no, name, prefix, created_by, created_at, expires_at, ended_at, first_write_at,"
                    + " last_used_at, last_used_by FROM token WHERE tenant_no = ?";

    private static final int MOST_OVERLAPPING = 10;

    private final Database database;

    @Inject
    TokenStore(Database database) {
        this.database = database;
    }

    /** The one query that a SCIM request costs before its own: two look-ups by unique key. */
    public Optional<KnownToken> check(byte[] hash) {
        return database.one(
                "SELECT t.id, t.tenant_no, t.connection_no, t.name, t.expires_at, t.ended_at, t.first_write_at,"
                        + " t.last_used_at, n.management, n.management_at, n.provisioning_api, n.order_version,"
                        + " n.schema_version, n.nesting_version, COALESCE(t.ended, 0)"
                        + " FROM token t JOIN tenant n ON n.tenant_no = t.tenant_no WHERE t.hash = ?",
                TokenStore::known,
                hash);
    }

    /** Of tokens that are neither ended nor expired. */
    public Optional<Instant> lastExpiry(TenantId tenant, Instant now) {
        return database.one(
                "SELECT expires_at FROM token WHERE tenant_no = ? AND ended_at IS NULL AND expires_at > ?"
                        + " ORDER BY expires_at DESC LIMIT 1",
                row -> row.instant(1),
                tenant.number(),
                now);
    }

    public boolean hasConnection(TenantId tenant, int connection) {
        return database.count(
                        "SELECT COUNT(*) FROM connection WHERE tenant_no = ? AND connection_no = ?",
                        tenant.number(),
                        connection)
                > 0;
    }

    public void insert(TenantId tenant, Token token, byte[] hash) {
        database.update(
                "INSERT INTO token (hash, id, tenant_no, connection_no, name, prefix, created_by, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                hash,
                token.id().value(),
                tenant.number(),
                token.connection(),
                token.name(),
                token.hint(),
                token.createdBy(),
                token.createdAt(),
                token.expiresAt());
    }

    /**
     * Ends the connection's live token at {@code end}; one that is only overlapping already ends now, so that there never
     * are three. But where nobody ever used the live one, the identity provider still works with the overlapping one: then
     * that keeps its end, and the unused one ends now. Gives how many were touched.
     */
    public int endBefore(TenantId tenant, int connection, Instant now, Instant end) {
        if (end.isAfter(now) && overlaps(tenant, connection, now)) {
            int unused = database.update(
                    "UPDATE token SET ended_at = ?, ended = 1 WHERE tenant_no = ? AND connection_no = ?"
                            + " AND ended_at IS NULL AND expires_at > ? AND last_used_at IS NULL",
                    now,
                    tenant.number(),
                    connection,
                    now);
            if (unused > 0) {
                return unused;
            }
        }
        int overlapping = database.update(
                "UPDATE token SET ended_at = ?, ended = 1 WHERE tenant_no = ? AND connection_no = ? AND ended_at > ?",
                now,
                tenant.number(),
                connection,
                now);
        int live = database.update(
                "UPDATE token SET ended_at = ?, ended = ?"
                        + " WHERE tenant_no = ? AND connection_no = ? AND ended_at IS NULL AND expires_at > ?",
                end,
                !end.isAfter(now),
                tenant.number(),
                connection,
                now);
        return overlapping + live;
    }

    private boolean overlaps(TenantId tenant, int connection, Instant now) {
        return database.count(
                        "SELECT COUNT(*) FROM token WHERE tenant_no = ? AND connection_no = ? AND COALESCE(ended, 0) = 0"
                                + " AND ended_at > ? AND expires_at > ?",
                        tenant.number(),
                        connection,
                        now,
                        now)
                > 0;
    }

    public List<Token> page(TenantId tenant, Optional<TokenId> before, int limit) {
        if (before.isPresent()) {
            return database.query(
                    SELECT + " AND id < ? ORDER BY tenant_no DESC, id DESC LIMIT ?",
                    TokenStore::token,
                    tenant.number(),
                    before.get().value(),
                    limit);
        }
        return database.query(
                SELECT + " ORDER BY tenant_no DESC, id DESC LIMIT ?", TokenStore::token, tenant.number(), limit);
    }

    public Optional<Token> find(TenantId tenant, TokenId id) {
        return database.one(SELECT + " AND id = ?", TokenStore::token, tenant.number(), id.value());
    }

    public long live(TenantId tenant, Instant now) {
        return database.count(
                "SELECT COUNT(*) FROM token WHERE tenant_no = ? AND expires_at > ?"
                        + " AND (ended_at IS NULL OR ended_at > ?)",
                tenant.number(),
                now,
                now);
    }

    public void end(TenantId tenant, TokenId id, Instant end) {
        database.update(
                "UPDATE token SET ended_at = ?, ended = 1 WHERE tenant_no = ? AND id = ?",
                end,
                tenant.number(),
                id.value());
    }

    /** Ends all that would still be live at {@code end}. */
    public void endAll(TenantId tenant, Instant end) {
        database.update(
                "UPDATE token SET ended_at = ?, ended = 1 WHERE tenant_no = ? AND (ended_at IS NULL OR ended_at > ?)",
                end,
                tenant.number(),
                end);
    }

    public void used(TenantId tenant, TokenId id, Instant now, String userAgent) {
        database.update(
                "UPDATE token SET last_used_at = ?, last_used_by = ? WHERE tenant_no = ? AND id = ?",
                now,
                userAgent.length() <= LONGEST_USER_AGENT ? userAgent : userAgent.substring(0, LONGEST_USER_AGENT),
                tenant.number(),
                id.value());
    }

    /** False when another request, or node, was first. */
    public boolean firstWrite(TenantId tenant, TokenId id, Instant now) {
        return database.update(
                        "UPDATE token SET first_write_at = ? WHERE tenant_no = ? AND id = ? AND first_write_at IS NULL",
                        now,
                        tenant.number(),
                        id.value())
                > 0;
    }

    /** Those before {@code successor} that would work longer than until {@code end}; one, by how tokens are made. */
    public List<Token> outlasting(TenantId tenant, int connection, TokenId successor, Instant end) {
        return database.query(
                SELECT + " AND connection_no = ? AND ended_at > ? AND id < ? ORDER BY tenant_no DESC, id DESC LIMIT ?",
                TokenStore::token,
                tenant.number(),
                connection,
                end,
                successor.value(),
                MOST_OVERLAPPING);
    }

    /** Brings its end forward; false where it ends before that meanwhile. */
    public boolean shorten(TenantId tenant, TokenId id, Instant end) {
        return database.update(
                        "UPDATE token SET ended_at = ? WHERE tenant_no = ? AND id = ? AND ended_at > ?",
                        end,
                        tenant.number(),
                        id.value(),
                        end)
                > 0;
    }

    private static KnownToken known(Row row) {
        var caller = new Caller(
                new TenantId(row.integer(2)),
                row.integer(3),
                Caller.Kind.IDP,
                row.text(4),
                new CacheVersions(row.number(12), row.number(13), row.number(14)));
        return new KnownToken(
                new TokenAnswer.Use(new TokenId(row.uuid(1)), caller, row.optionalInstant(7), row.optionalInstant(8)),
                row.instant(5),
                row.optionalInstant(6),
                row.flag(15),
                row.constant(9, UserManagement.class),
                row.instant(10),
                row.flag(11));
    }

    static Token token(Row row) {
        return new Token(
                new TokenId(row.uuid(1)),
                row.integer(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.instant(6),
                row.instant(7),
                row.optionalInstant(8),
                row.optionalInstant(9),
                row.optionalInstant(10),
                row.optionalText(11));
    }
}
