package dev.usher.token;

import dev.usher.audit.AuditTrail;
import dev.usher.notification.Outbox;
import dev.usher.notification.Topic;
import dev.usher.platform.BearerSecret;
import dev.usher.platform.Problem;
import dev.usher.platform.Settings;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import dev.usher.tenant.UserManagement;
import dev.usher.token.store.TokenStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The identity providers' tokens: makes, checks and ends them. What a new token does to the one before is decided here,
 * under the tenant's lock, so that a connection never has three.
 */
@Stateless
public class Tokens {
    /** How both credentials of Usher's and scanners' rules begin. */
    public static final String PREFIX = "ush_";

    /** What is left to an overlapped token once its successor has proved that it works. */
    static final Duration AFTER_FIRST_WRITE = Duration.ofHours(24);

    private static final String API_OFF =
            "The provisioning API is turned off for this account. Contact support to have it turned on.";

    @Inject
    private TokenStore store;

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /**
     * Makes a token, shown once.
     *
     * <p><b>Errors:</b> 409 {@code not-scim} while another user management is chosen; 403 {@code
     * provisioning-api-disabled} with the way to support; 400 for an unknown connection.
     */
    public NewToken create(TenantId tenant, TokenRequest request, String actor) {
        allowed(tenants.lock(tenant));
        if (!store.hasConnection(tenant, request.connection())) {
            throw Problem.invalid("There is no connection " + request.connection() + ".");
        }
        Instant now = clock.instant();
        Instant previousEnds = request.previous() == Previous.END ? now : now.plus(request.overlap());
        int ended = store.endBefore(tenant, request.connection(), now, previousEnds);
        var secret = BearerSecret.create(PREFIX);
        var token = new Token(
                new TokenId(ids.next()),
                request.connection(),
                request.name(),
                secret.hint(),
                actor,
                now,
                now.plus(settings.tokenLife()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        store.insert(tenant, token, secret.sha256());
        var after = TokenJson.of(token)
                .add("previous", request.previous().name())
                .add("previousTokens", ended)
                .build();
        outbox.add(tenant, Topic.NOTICE, TokenNotices.created(token));
        audit.record(tenant, actor, "token.created", id(token), JsonValue.EMPTY_JSON_OBJECT, after);
        return new NewToken(token, secret);
    }

    /** All tokens of the tenant, newest first, at most {@code limit}, older than {@code before}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Token> page(TenantId tenant, Optional<TokenId> before, int limit) {
        return store.page(tenant, before, limit);
    }

    /** One token. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Token> find(TenantId tenant, TokenId id) {
        return store.find(tenant, id);
    }

    /** How many tokens open something now, or would if SCIM were chosen. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long live(TenantId tenant) {
        return store.live(tenant, clock.instant());
    }

    /** When the last of the tenant's live tokens expires; empty where none is live, and while they are suspended. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Instant> lastExpiry(Tenant tenant) {
        return tenant.management() == UserManagement.SCIM
                ? store.lastExpiry(tenant.id(), clock.instant())
                : Optional.empty();
    }

    /** Ends a token now; one that has ended already stays as it is. <b>Errors:</b> 404 for an unknown one. */
    public void end(TenantId tenant, TokenId id, String actor) {
        tenants.lock(tenant);
        Instant now = clock.instant();
        Token before = store.find(tenant, id).orElseThrow(() -> Problem.notFound("This token"));
        if (!before.live(now)) {
            return;
        }
        store.end(tenant, id, now);
        Token after = store.find(tenant, id).orElseThrow();
        audit.record(
                tenant,
                actor,
                "token.ended",
                id(before),
                TokenJson.of(before).build(),
                TokenJson.of(after).build());
    }

    /** What this text opens: one statement, and none for what cannot be a token. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TokenAnswer authenticate(String bearer) {
        return BearerSecret.parse(PREFIX, bearer)
                .map(secret -> store.check(secret.sha256())
                        .map(found -> found.answer(clock.instant()))
                        .orElseGet(() -> unknown("The token is not known.")))
                .orElseGet(() -> unknown("The token is mistyped or cut off: it does not have the form of one."));
    }

    /**
     * Notes a use, after the answer and in a transaction of its own. The first successful write of a token shortens the
     * overlap of those before it to {@link #AFTER_FIRST_WRITE}.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void noteUse(TokenAnswer.Use use, boolean wrote, String userAgent) {
        Instant now = clock.instant();
        TenantId tenant = use.caller().tenant();
        store.used(tenant, use.token(), now, userAgent);
        if (!wrote || use.firstWriteAt().isPresent() || !store.firstWrite(tenant, use.token(), now)) {
            return;
        }
        Instant end = now.plus(AFTER_FIRST_WRITE);
        for (Token before : store.outlasting(tenant, use.caller().connection(), use.token(), end)) {
            if (store.shorten(tenant, before.id(), end)) {
                var after = TokenJson.of(before)
                        .add("endedAt", end.toString())
                        .add("successor", use.token().value().toString());
                audit.record(
                        tenant,
                        "usher",
                        "token.overlap-shortened",
                        id(before),
                        TokenJson.of(before).build(),
                        after.build());
            }
        }
    }

    private static void allowed(Tenant tenant) {
        if (tenant.management() != UserManagement.SCIM) {
            throw Problem.conflict(
                    "not-scim",
                    "Tokens can be generated while users are managed by SCIM; this tenant's user management is "
                            + tenant.management() + ".");
        }
        if (!tenant.provisioningApi()) {
            throw new Problem(403, "provisioning-api-disabled", "The provisioning API is off", API_OFF, Map.of());
        }
    }

    private static TokenAnswer unknown(String detail) {
        return TokenAnswer.refused(TokenAnswer.Verdict.UNKNOWN, detail);
    }

    private static Optional<UUID> id(Token token) {
        return Optional.of(token.id().value());
    }
}
