package dev.usher.administrator;

import dev.usher.administrator.store.ApiKeyStore;
import dev.usher.audit.AuditTrail;
import dev.usher.platform.BearerSecret;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys of scripts and of the product behind a tenant. */
@Stateless
public class ApiKeys {
    /** How every key begins. */
    public static final String PREFIX = "usa_";

    private static final int LONGEST_NAME = 100;
    private static final Duration NOTED_AFTER = Duration.ofMinutes(1);

    @Inject
    private ApiKeyStore store;

    @Inject
    private AuditTrail audit;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /**
     * Makes a key, shown once. <b>Errors:</b> 400 for a name that cannot be, for an expiry that has passed, and for the
     * platform administrator's role: a key belongs to one tenant.
     */
    public NewApiKey create(TenantId tenant, String name, Role role, Optional<Instant> expiresAt, String actor) {
        Instant now = clock.instant();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (role == Role.PLATFORM_ADMINISTRATOR) {
            throw Problem.invalid("An API key has the role service, auditor, administrator or cloud_administrator.");
        }
        if (expiresAt.filter(end -> !now.isBefore(end)).isPresent()) {
            throw Problem.invalid("expiresAt lies in the past.");
        }
        var secret = BearerSecret.create(PREFIX);
        var key = new ApiKey(
                new ApiKeyId(ids.next()),
                tenant,
                name,
                secret.hint(),
                role,
                actor,
                now,
                expiresAt,
                Optional.empty(),
                Optional.empty());
        store.insert(key, secret.sha256());
        audit.record(tenant, actor, "api-key.created", id(key), JsonValue.EMPTY_JSON_OBJECT, json(key));
        return new NewApiKey(key, secret);
    }

    /** A page, newest first, older than {@code before}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<ApiKey> page(TenantId tenant, Optional<ApiKeyId> before, int limit) {
        return store.page(tenant, before, limit);
    }

    /** Ends a key now; one that has ended stays as it is. <b>Errors:</b> 404 for an unknown one. */
    public void end(TenantId tenant, ApiKeyId id, String actor) {
        ApiKey key = store.lock(tenant, id).orElseThrow(() -> Problem.notFound("This API key"));
        if (key.endedAt().isPresent()) {
            return;
        }
        store.end(tenant, id, clock.instant());
        audit.record(tenant, actor, "api-key.ended", id(key), json(key), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Whose key this text is; empty for one that is mistyped (no statement), unknown, ended or expired. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<ApiKey> authenticate(String text) {
        Instant now = clock.instant();
        return BearerSecret.parse(PREFIX, text)
                .flatMap(secret -> store.check(secret.sha256()))
                .filter(key -> key.live(now))
                .map(key -> noted(key, now));
    }

    private ApiKey noted(ApiKey key, Instant now) {
        if (key.lastUsedAt()
                .filter(last -> now.isBefore(last.plus(NOTED_AFTER)))
                .isEmpty()) {
            store.used(key.tenant(), key.id(), now);
        }
        return key;
    }

    private static Optional<UUID> id(ApiKey key) {
        return Optional.of(key.id().value());
    }

    private static JsonObject json(ApiKey key) {
        var json = Json.createObjectBuilder()
                .add("name", key.name())
                .add("hint", key.hint())
                .add("role", key.role().name());
        key.expiresAt().ifPresent(end -> json.add("expiresAt", end.toString()));
        return json.build();
    }
}
