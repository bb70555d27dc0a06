package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Resolution;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Returned;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which attributes an answer shows (RFC 7644 §3.9): {@code attributes}, {@code excludedAttributes} and the schema's
 * {@code returned}. Unknown names are ignored; when both lists are given both apply. Immutable.
 */
public final class Projection {
    private static final int MOST_NAMES = 500;

    private final SchemaRegistry registry;
    private final ResourceType type;
    private final boolean explicit;
    private final Set<String> included;
    private final Set<String> excluded;
    private final boolean everything;

    private Projection(
            SchemaRegistry registry, ResourceType type, boolean explicit, Set<String> included, Set<String> excluded) {
        this.registry = registry;
        this.type = type;
        this.explicit = explicit;
        this.included = included;
        this.excluded = excluded;
        this.everything = !explicit
                && excluded.isEmpty()
                && registry.paths(type).stream()
                        .map(path -> path.leaf().returned())
                        .allMatch(returned -> returned == Returned.DEFAULT || returned == Returned.ALWAYS);
    }

    /** The projection that a request asks for; two empty lists ask for the default. */
    public static Projection of(
            SchemaRegistry registry, ResourceType type, List<String> attributes, List<String> excludedAttributes) {
        return new Projection(
                registry,
                type,
                !attributes.isEmpty(),
                texts(registry, type, attributes),
                texts(registry, type, excludedAttributes));
    }

    /** The projection of a request that asks for nothing special. */
    public static Projection standard(SchemaRegistry registry, ResourceType type) {
        return of(registry, type, List.of(), List.of());
    }

    private static Set<String> texts(SchemaRegistry registry, ResourceType type, List<String> names) {
        if (names.size() > MOST_NAMES) {
            throw ScimException.invalidValue("more than " + MOST_NAMES + " attributes are listed");
        }
        // What nobody registered is stored in the case in which it was sent, and listed in any.
        Set<String> texts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String each : names) {
            String name = each.trim();
            if (name.equalsIgnoreCase(type.schema())) {
                registry.paths(type).stream()
                        .filter(path -> !path.extension())
                        .forEach(path -> texts.add(path.attribute().name()));
            }
            found(registry, type, name).ifPresent(path -> texts.add(path.text()));
            if (name.indexOf(':') >= 0) {
                // An extension that nobody registered is asked for by its URN alone.
                texts.add(name);
            }
        }
        return texts;
    }

    private static Optional<AttributePath> found(SchemaRegistry registry, ResourceType type, String name) {
        try {
            return registry.find(type, name, Resolution.ANY_URN);
        } catch (ScimException unknown) {
            // RFC 7644 §3.9 lets a client list what a resource does not have.
            return Optional.empty();
        }
    }

    /** Whether the request named attributes to show: a PATCH then answers 200 with them. */
    public boolean explicit() {
        return explicit;
    }

    /** Whether any part of this top-level attribute or extension will be shown, so that it must be read at all. */
    public boolean wants(String name) {
        if (excluded.contains(name)) {
            return false;
        }
        return !explicit || included.stream().anyMatch(each -> covers(name, each));
    }

    private static boolean covers(String name, String listed) {
        return startsWith(listed, name)
                && (listed.length() == name.length()
                        || listed.charAt(name.length()) == '.'
                        || listed.charAt(name.length()) == ':');
    }

    private static boolean startsWith(String listed, String head) {
        return listed.regionMatches(true, 0, head, 0, head.length());
    }

    /** The parts of a complete document that are shown. */
    public JsonObject apply(JsonObject document) {
        if (everything) {
            return document;
        }
        JsonObjectBuilder shown = JsonParts.object();
        document.forEach((name, value) -> {
            if (name.indexOf(':') >= 0 && value instanceof JsonObject members) {
                JsonObject left = extension(name, members);
                if (!left.isEmpty()) {
                    shown.add(name, left);
                }
            } else {
                Optional<AttributePath> path = path(name);
                path.flatMap(known -> shown(known, name, value)).ifPresent(each -> shown.add(name, each));
            }
        });
        return shown.build();
    }

    private JsonObject extension(String urn, JsonObject members) {
        Optional<Schema> schema = registry.schema(type, urn);
        JsonObjectBuilder shown = JsonParts.object();
        members.forEach((name, value) -> {
            AttributePath path = schema.flatMap(known -> known.attribute(name))
                    .map(attribute -> AttributePath.inExtension(urn, attribute))
                    .orElseGet(() -> AttributePath.unregistered(urn, name));
            shown(path, urn, value).ifPresent(each -> shown.add(name, each));
        });
        return shown.build();
    }

    private Optional<AttributePath> path(String name) {
        return registry.find(type, name, Resolution.REGISTERED);
    }

    /** What of an attribute is shown; {@code owner} is the extension that may be listed as a whole, or itself. */
    private Optional<JsonValue> shown(AttributePath path, String owner, JsonValue value) {
        Attribute attribute = path.attribute();
        if (attribute.returned() == Returned.NEVER) {
            return Optional.empty();
        }
        boolean always = attribute.returned() == Returned.ALWAYS;
        boolean listed = included.contains(path.text()) || included.contains(owner);
        boolean partly = !listed && explicit && included.stream().anyMatch(each -> startsWith(each, path.text() + "."));
        boolean asked = explicit ? listed || partly : attribute.returned() != Returned.REQUEST;
        boolean dropped = excluded.contains(path.text()) || excluded.contains(owner);
        if (!always && (!asked || dropped)) {
            return Optional.empty();
        }
        return attribute.complex() || attribute.untyped() ? parts(path, partly, value) : Optional.of(value);
    }

    private Optional<JsonValue> parts(AttributePath path, boolean partly, JsonValue value) {
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = array.stream()
                    .flatMap(each -> parts(path, partly, each).stream())
                    .toList();
            return elements.isEmpty() ? Optional.empty() : Optional.of(JsonParts.array(elements));
        }
        if (!(value instanceof JsonObject object)) {
            return Optional.of(value);
        }
        JsonObjectBuilder shown = JsonParts.object();
        object.forEach((name, part) -> {
            if (showsPart(path, partly, name)) {
                shown.add(name, part);
            }
        });
        JsonObject left = shown.build();
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    private boolean showsPart(AttributePath path, boolean partly, String name) {
        Returned returned = path.attribute().sub(name).map(Attribute::returned).orElse(Returned.DEFAULT);
        String text = path.text() + "." + name;
        return switch (returned) {
            case NEVER -> false;
            case ALWAYS -> true;
            case REQUEST -> included.contains(text);
            case DEFAULT -> (!partly || included.contains(text)) && !excluded.contains(text);
        };
    }
}
