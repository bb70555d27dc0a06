package dev.usher.scim.schema;

import dev.usher.scim.error.ScimException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every name that leads somewhere in resources of one type, lower-cased. Immutable once built. */
final class TypeNames {
    private static final int LONGEST = 1_000;

    private final ResourceType type;
    private final Schema core;
    private final List<Attribute> top;
    private final List<Schema> extensions;
    private final List<Schema> custom;
    private final Map<String, Schema> byUrn = new HashMap<>();
    private final Map<String, AttributePath> known = new HashMap<>();
    private final List<AttributePath> paths;
    private final List<AttributePath> indexed;
    private final List<AttributePath> attributes;

    TypeNames(ResourceType type, Schema core, List<Schema> standard, List<Schema> custom) {
        this.type = type;
        this.core = core;
        this.custom = List.copyOf(custom);
        List<Schema> all = new ArrayList<>(standard);
        all.addAll(custom);
        this.extensions = List.copyOf(all);
        List<Attribute> above = new ArrayList<>(StandardSchemas.COMMON.attributes());
        above.addAll(core.attributes());
        this.top = List.copyOf(above);
        byUrn.put(lower(core.id()), core);
        extensions.forEach(each -> byUrn.put(lower(each.id()), each));
        byUrn.put(core.id(), core);
        extensions.forEach(each -> byUrn.put(each.id(), each));
        paths = List.copyOf(everyPath());
        indexed = paths.stream().filter(path -> path.leaf().indexed()).toList();
        attributes = paths.stream().filter(path -> path.sub().isEmpty()).toList();
        paths.forEach(path -> known.put(lower(path.text()), path));
        // As canonical texts too: most names come so, and lowering each costs more than finding it.
        paths.forEach(path -> known.put(path.text(), path));
        extensions.forEach(each -> known.put(lower(each.id()), whole(each)));
    }

    Schema core() {
        return core;
    }

    List<Attribute> top() {
        return top;
    }

    List<Schema> extensions() {
        return extensions;
    }

    List<Schema> custom() {
        return custom;
    }

    Optional<Schema> schema(String urn) {
        Schema found = byUrn.get(lower(urn));
        return found != null ? Optional.of(found) : SchemaUrns.alias(type, urn).map(known -> byUrn.get(lower(known)));
    }

    List<AttributePath> paths() {
        return paths;
    }

    List<AttributePath> attributes() {
        return attributes;
    }

    List<AttributePath> indexed() {
        return indexed;
    }

    /** Each attribute, then its sub-attributes: core first, extensions as listed. */
    private List<AttributePath> everyPath() {
        List<AttributePath> all = new ArrayList<>();
        top.forEach(each -> withSubs(all, AttributePath.core(core.id(), each)));
        for (Schema each : extensions) {
            each.attributes().forEach(one -> withSubs(all, AttributePath.inExtension(each.id(), one)));
        }
        return all;
    }

    Optional<AttributePath> find(String text, Resolution how) {
        AttributePath exact = known.get(text);
        AttributePath direct = exact != null ? exact : known.get(lower(text));
        if (direct != null) {
            return Optional.of(direct);
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            throw ScimException.invalidPath("an attribute's name has 1 to " + LONGEST + " characters");
        }
        return text.indexOf(':') < 0 ? bare(text) : qualified(text, how);
    }

    private Optional<AttributePath> bare(String text) {
        int dot = text.indexOf('.');
        String name = dot < 0 ? text : text.substring(0, dot);
        String sub = dot < 0 ? "" : text.substring(dot + 1);
        if (!Names.attribute(name) || dot >= 0 && !Names.attribute(sub)) {
            throw ScimException.invalidPath("'" + ScimException.shorten(text) + "' is no attribute path");
        }
        if (known.containsKey(lower(name))) {
            return Optional.empty();
        }
        List<Schema> holders = new ArrayList<>();
        for (Schema each : extensions) {
            if (!each.id().equals(SchemaUrns.ASSIGNMENT) && each.attribute(name).isPresent()) {
                if (each.id().equals(SchemaUrns.ENTERPRISE)) {
                    return inside(each, text);
                }
                holders.add(each);
            }
        }
        if (holders.size() > 1) {
            throw ScimException.invalidPath("'" + ScimException.shorten(text) + "' is defined by "
                    + holders.get(0).id() + " and " + holders.get(1).id() + "; write the URN before it");
        }
        return holders.isEmpty() ? Optional.empty() : inside(holders.get(0), text);
    }

    boolean covers(String text) {
        return Stream.of(core.id(), SchemaUrns.ENTERPRISE, SchemaUrns.ASSIGNMENT)
                .filter(urn -> byUrn.containsKey(lower(urn)))
                .map(urn -> urn + ":")
                .anyMatch(head -> text.regionMatches(true, 0, head, 0, head.length())
                        && Names.attribute(text.substring(head.length())));
    }

    /** The longest URN that is known wins, so that the dot in {@code 2.0} never splits. */
    private Optional<AttributePath> qualified(String text, Resolution how) {
        for (int at = text.length(); at > 0; at--) {
            boolean border = at == text.length() || text.charAt(at) == ':' || text.charAt(at) == '.';
            Optional<Schema> schema = border ? schema(text.substring(0, at)) : Optional.empty();
            if (schema.isPresent() && at == text.length()) {
                return isCore(schema.get()) ? Optional.empty() : Optional.of(whole(schema.get()));
            }
            if (schema.isPresent()) {
                return inside(schema.get(), text.substring(at + 1));
            }
        }
        return how == Resolution.ANY_URN ? foreign(text) : Optional.empty();
    }

    private Optional<AttributePath> inside(Schema schema, String rest) {
        String prefix = isCore(schema) ? "" : schema.id() + ":";
        return Optional.ofNullable(known.get(lower(prefix + rest)));
    }

    private boolean isCore(Schema schema) {
        return schema.id().equals(core.id());
    }

    private static Optional<AttributePath> foreign(String text) {
        int colon = text.lastIndexOf(':');
        String urn = text.substring(0, colon);
        String rest = text.substring(colon + 1);
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        if (!Names.urn(urn) || !Names.attribute(name)) {
            return Optional.empty();
        }
        AttributePath path = AttributePath.unregistered(urn, name);
        if (dot < 0) {
            return Optional.of(path);
        }
        String sub = rest.substring(dot + 1);
        return Names.attribute(sub)
                ? Optional.of(path.child(Attribute.simple(sub, AttributeType.UNTYPED)))
                : Optional.empty();
    }

    private static void withSubs(List<AttributePath> all, AttributePath path) {
        all.add(path);
        path.attribute().subAttributes().forEach(sub -> all.add(path.child(sub)));
    }

    private static AttributePath whole(Schema schema) {
        boolean readOnly = schema.attributes().stream().allMatch(Attribute::readOnly);
        Mutability mutability = readOnly ? Mutability.READ_ONLY : Mutability.READ_WRITE;
        return AttributePath.whole(
                schema.id(), Attribute.container(schema.id(), schema.attributes(), mutability), true);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
