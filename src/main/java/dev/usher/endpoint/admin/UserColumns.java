package dev.usher.endpoint.admin;

import dev.usher.platform.Problem;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.Operator;
import dev.usher.scim.filter.Path;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributeType;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table of users: each is a SCIM path, as mappings know them too. An element of a multi-valued attribute is
 * told by {@code emails[type eq "work"].value}; without brackets it is one of no type. <b>Errors:</b> 400 names the column
 * that is unknown, read-only, twice there, or no single value; {@code userName} must be among them.
 */
final class UserColumns {
    private static final int MOST = 200;
    private static final int LONGEST_NUMBER = 40;
    private static final String VALUE = "value";
    /** Marks a map whose values are the elements of an array; no attribute's name has a blank. */
    private static final String ELEMENTS = "an array";

    private final List<Path> paths;

    private UserColumns(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    static UserColumns of(SchemaRegistry registry, List<String> header) {
        if (header.size() > MOST) {
            throw Problem.invalid("A table has at most " + MOST + " columns.");
        }
        var paths = new ArrayList<Path>();
        var seen = new HashSet<String>();
        for (String name : header) {
            Path path = path(registry, name);
            if (!seen.add(path.toString())) {
                throw wrong(name, "is there twice");
            }
            paths.add(path);
        }
        if (!seen.contains("userName")) {
            throw Problem.field("userName", "The table needs a column userName.");
        }
        return new UserColumns(paths);
    }

    int size() {
        return paths.size();
    }

    /** The user that a line describes; an empty cell leaves its attribute out. */
    JsonObject user(List<String> cells) {
        var document = new LinkedHashMap<String, Object>();
        for (int i = 0; i < paths.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                put(document, paths.get(i), cells.get(i));
            }
        }
        return object(document);
    }

    private static Path path(SchemaRegistry registry, String name) {
        Path path;
        try {
            path = Path.parse(registry, ResourceType.USER, name);
        } catch (ScimException e) {
            throw wrong(name, "is no attribute of users: " + e.detail());
        }
        Attribute attribute = path.attribute().attribute();
        Attribute leaf = path.attribute().leaf();
        if (attribute.readOnly() || leaf.readOnly()) {
            throw wrong(name, "is read-only");
        }
        boolean whole = path.attribute().wholeExtension()
                || leaf.complex()
                        && (!attribute.multiValued() || leaf.sub(VALUE).isEmpty());
        if (whole) {
            throw wrong(name, "has several parts; name one of them");
        }
        path.filter().ifPresent(filter -> terms(name, filter));
        return path;
    }

    /** What brackets say that the element is: each a part with the value that it must have. */
    private static Map<String, JsonValue> terms(String name, Filter filter) {
        var terms = new LinkedHashMap<String, JsonValue>();
        List<Filter> all = filter instanceof Filter.And and ? and.terms() : List.of(filter);
        for (Filter term : all) {
            if (!(term instanceof Filter.Compare compare) || compare.operator() != Operator.EQ) {
                throw wrong(name, "may only say 'eq' in brackets");
            }
            terms.put(compare.path().leaf().name(), compare.value());
        }
        return terms;
    }

    private static void put(Map<String, Object> document, Path path, String cell) {
        Attribute attribute = path.attribute().attribute();
        Map<String, Object> place =
                path.attribute().extension() ? inner(document, path.attribute().schema()) : document;
        JsonValue value = value(path.attribute().leaf(), cell);
        if (attribute.multiValued() && attribute.complex()) {
            String key = path.filter().map(Object::toString).orElse("");
            Map<String, Object> elements = inner(place, attribute.name());
            Map<String, Object> element = inner(elements, key);
            path.filter().ifPresent(filter -> element.putAll(terms(path.toString(), filter)));
            element.put(path.sub().map(Attribute::name).orElse(VALUE), value);
            elements.put(ELEMENTS, true);
        } else if (path.sub().isPresent()) {
            inner(place, attribute.name()).put(path.sub().get().name(), value);
        } else {
            place.put(
                    attribute.name(),
                    attribute.multiValued()
                            ? Json.createArrayBuilder().add(value).build()
                            : value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> outer, String name) {
        return (Map<String, Object>) outer.computeIfAbsent(name, any -> new LinkedHashMap<String, Object>());
    }

    private static JsonValue value(Attribute leaf, String cell) {
        boolean number = leaf.type() == AttributeType.INTEGER || leaf.type() == AttributeType.DECIMAL;
        if (number && cell.length() <= LONGEST_NUMBER) {
            try {
                return Json.createValue(new BigDecimal(cell));
            } catch (NumberFormatException e) {
                return Json.createValue(cell); // the reader says what is wrong with it
            }
        }
        return Json.createValue(cell);
    }

    private static JsonObject object(Map<String, ?> members) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        members.forEach((name, member) -> json.add(name, json(member)));
        return json.build();
    }

    private static JsonValue json(Object member) {
        if (!(member instanceof Map<?, ?> map)) {
            return (JsonValue) member;
        }
        if (!map.containsKey(ELEMENTS)) {
            var json = Json.createObjectBuilder();
            map.forEach((name, part) -> json.add((String) name, json(part)));
            return json.build();
        }
        var array = Json.createArrayBuilder();
        map.forEach((key, element) -> {
            if (!ELEMENTS.equals(key)) {
                array.add(json(element));
            }
        });
        return array.build();
    }

    private static Problem wrong(String name, String what) {
        return Problem.field(ScimException.shorten(name), "Column '" + ScimException.shorten(name) + "' " + what + ".");
    }
}
