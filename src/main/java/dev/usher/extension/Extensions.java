package dev.usher.extension;

import dev.usher.audit.AuditTrail;
import dev.usher.extension.store.IndexedFlags;
import dev.usher.extension.store.SchemaStore;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.scim.schema.Uniqueness;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schema extensions that a tenant registers, and the registry of all its schemas. A registered extension is typed
 * and filterable; its object in stored resources is what was sent before. Every change touches the schema version, and
 * is audited.
 */
@Stateless
public class Extensions {
    /** The most that a tenant has. */
    public static final int MOST = 50;

    @Inject
    private SchemaStore store;

    @Inject
    private IndexedFlags flags;

    @Inject
    private SchemaCache cache;

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** The schemas by which the caller's requests are read: cached on this node for the version the request brought. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public SchemaRegistry registry(Caller caller) {
        return cache.set(caller).registry();
    }

    /** The same for filters and orders: attributes whose older values a job is still indexing say that they are not. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public SchemaRegistry searching(Caller caller) {
        return cache.set(caller).searching();
    }

    /**
     * Tenants with a schema whose older values nobody has indexed yet; or, where it was registered before {@code late}, those
     * that came while it was.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<TenantId> unindexed(Instant late) {
        return flags.missing(late);
    }

    /**
     * The older values of these schemas are all indexed; of those registered before {@code late}, also what came while they
     * were. Call it under the lock of the tenant.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void indexed(Caller caller, List<RegisteredSchema> schemas, Instant late) {
        schemas.forEach(
                schema -> flags.set(caller.tenant(), schema, schema.createdAt().isBefore(late)));
        tenants.touchSchema(caller.tenant());
    }

    /** What the tenant registered, as it is stored now, in the order of registration. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<RegisteredSchema> list(TenantId tenant) {
        return store.load(tenant).registered();
    }

    /** The registered schema of this URN in any case. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<RegisteredSchema> find(TenantId tenant, String urn) {
        return list(tenant).stream()
                .filter(each -> each.schema().id().equalsIgnoreCase(urn))
                .findFirst();
    }

    /**
     * Registers an extension by its definition (RFC 7643 §7) for resources of that type. <b>Errors:</b> a 400 {@link
     * Problem} says what is wrong with the definition; 409 {@code urn-taken}, {@code too-many}.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public RegisteredSchema register(Caller caller, ResourceType type, JsonObject definition) {
        TenantId tenant = caller.tenant();
        Schema schema = read(definition);
        if (type == ResourceType.GROUP && unique(schema.attributes())) {
            throw Problem.invalid("The schema's definition: groups' attributes cannot be unique; use 'none'.");
        }
        tenants.lock(tenant);
        SchemaSet present = store.load(tenant);
        if (present.registered().size() >= MOST) {
            throw Problem.conflict("too-many", "A tenant has at most " + MOST + " registered schemas.");
        }
        if (present.registry().schemas().stream().anyMatch(each -> each.id().equalsIgnoreCase(schema.id()))) {
            throw taken();
        }
        // Without users there is nothing to index behind; otherwise a job does it and then says so.
        boolean indexed = type == ResourceType.GROUP || tenants.counts(tenant).visibleUsers() == 0;
        var made = new RegisteredSchema(type, schema, indexed, type == ResourceType.GROUP, clock.instant(), 1);
        joined(present, made);
        try {
            store.insert(tenant, ids.next(), made);
        } catch (DuplicateRow e) {
            var problem = taken();
            problem.initCause(e);
            throw problem;
        }
        tenants.touchSchema(tenant);
        record(caller, "schema.registered", JsonValue.EMPTY_JSON_OBJECT, SchemaJson.json(schema));
        return made;
    }

    /** Forgets a registered schema; stored resources keep its object, and mappings go on matching it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void delete(Caller caller, String urn) {
        TenantId tenant = caller.tenant();
        tenants.lock(tenant);
        RegisteredSchema gone = store.load(tenant).registered().stream()
                .filter(each -> each.schema().id().equalsIgnoreCase(urn))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("This schema"));
        store.delete(tenant, gone.schema().id());
        tenants.touchSchema(tenant);
        record(caller, "schema.deleted", SchemaJson.json(gone.schema()), JsonValue.EMPTY_JSON_OBJECT);
    }

    private void record(Caller caller, String action, JsonObject before, JsonObject after) {
        audit.record(caller.tenant(), caller.name(), action, Optional.empty(), before, after);
    }

    private static Schema read(JsonObject definition) {
        try {
            return SchemaJson.custom(definition);
        } catch (ScimException e) {
            var problem = Problem.invalid("The schema's definition: " + e.detail() + ".");
            problem.initCause(e);
            throw problem;
        }
    }

    /** A schema that the registry would refuse must not be stored, or no request could be read any more. */
    private static void joined(SchemaSet present, RegisteredSchema made) {
        try {
            present.registry().requireApart(made.schema());
        } catch (ScimException e) {
            var problem = new Problem(
                    409, "urn-taken", "URN taken", "The schema's URN: " + e.detail() + ".", Map.of("field", "id"));
            problem.initCause(e);
            throw problem;
        }
        try {
            present.registry().with(made.type(), made.schema());
        } catch (ScimException e) {
            var problem = taken();
            problem.initCause(e);
            throw problem;
        }
    }

    private static boolean unique(List<Attribute> attributes) {
        return attributes.stream()
                .anyMatch(each -> each.uniqueness() != Uniqueness.NONE || unique(each.subAttributes()));
    }

    private static Problem taken() {
        return new Problem(409, "urn-taken", "URN taken", "A schema with this URN exists.", Map.of("field", "id"));
    }
}
