package dev.usher.scim.resource;

import static dev.usher.scim.error.ScimException.invalidValue;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes whatever an identity provider sends for a resource canonical, typed by its schema. Errors: 400
 * {@code invalidValue} names the attribute and the rule; 400 {@code invalidSyntax} for a foreign {@code schemas}.
 * Threads: share it.
 */
public final class ResourceReader {
    private final SchemaRegistry registry;

    /** A reader for this tenant's schemas. */
    public ResourceReader(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The body of a POST or PUT; a required attribute that is missing is 400 {@code invalidValue}. */
    public Incoming read(ResourceType type, JsonObject body) {
        Notes notes = new Notes();
        SentSchemas.check(registry, type, body, notes);
        BodyReading reading = new BodyReading(registry, type, notes);
        body.forEach(reading::take);
        ScimResource resource = new ScimResource(type, reading.document());
        requireAll(registry, resource, path -> true);
        registry.attributes(type).forEach(path -> requireParts(path, Optional.empty(), resource.value(path)));
        String sentId = body.get("id") instanceof JsonString id ? id.getString() : "";
        return new Incoming(resource, sentId, notes.list());
    }

    /** 400 {@code invalidValue} where one of these attributes is required and missing; those of an absent extension may be. */
    public static void requireAll(SchemaRegistry registry, ScimResource resource, Predicate<AttributePath> asked) {
        for (AttributePath path : registry.attributes(resource.type())) {
            boolean concerns = path.extension()
                    ? resource.document().containsKey(path.schema())
                    : !path.text().equals("schemas");
            if (concerns && asked.test(path)) {
                require(resource, path);
            }
        }
    }

    /** A required value must be there; blanks alone are none. */
    private static void require(ScimResource resource, AttributePath path) {
        if (!path.attribute().required() || path.attribute().readOnly()) {
            return;
        }
        if (missing(resource.value(path))) {
            throw invalidValue("'" + path.text() + "' is required");
        }
    }

    /** Whether nothing is there, or blanks alone. */
    public static boolean missing(Optional<JsonValue> value) {
        return value.isEmpty()
                || value.get() instanceof JsonString text && text.getString().isBlank();
    }

    /**
     * 400 {@code invalidValue} where the attribute's values lack a required sub-attribute. As many as lacked it before may
     * lack it on: they may be older than the schema.
     */
    public static void requireParts(AttributePath path, Optional<JsonValue> before, Optional<JsonValue> after) {
        for (Attribute sub : path.attribute().subAttributes()) {
            if (sub.required() && !sub.readOnly() && lacking(sub, after) > lacking(sub, before)) {
                throw invalidValue("'" + path.child(sub).text() + "' is required");
            }
        }
    }

    private static long lacking(Attribute sub, Optional<JsonValue> value) {
        return value.map(JsonParts::elements).orElse(List.of()).stream()
                .filter(each -> !(each instanceof JsonObject parts) // older than the definition: it has no parts at all
                        || missing(Optional.ofNullable(parts.get(sub.name()))))
                .count();
    }

    /** Whether the tenant itself defined the schema, whose canonical values are then a rule. */
    static boolean strict(SchemaRegistry registry, ResourceType type, AttributePath path) {
        return path.extension()
                && !registry.custom(type).isEmpty()
                && registry.custom(type).stream().anyMatch(each -> each.id().equals(path.schema()));
    }
}
