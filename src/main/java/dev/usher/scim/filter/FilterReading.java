package dev.usher.scim.filter;

import static dev.usher.scim.error.ScimException.invalidFilter;
import static dev.usher.scim.error.ScimException.shorten;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.filter.Symbols.Kind;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Resolution;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of one filter text: recursive only in parentheses and brackets, which are counted. */
final class FilterReading {
    private static final int LONGEST_NUMBER = 64;
    private static final String REASONABLE = "a number of a reasonable size";
    /** RFC 8259 §6, by which RFC 7644 §3.4.2.2 defines a value: 0042 is none, and must not be taken for 42. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private final SchemaRegistry registry;
    private final ResourceType type;
    private final List<ResourceType> others;
    private final Symbols symbols;
    private final FilterLimits limits;
    private int depth;
    private int terms;
    private @Nullable AttributePath element;

    FilterReading(SchemaRegistry registry, ResourceType type, Symbols symbols, FilterLimits limits) {
        this(registry, type, List.of(), symbols, limits);
    }

    /** An attribute that the type lacks is that of another type. */
    static FilterReading overAllTypes(SchemaRegistry registry, ResourceType type, String text, FilterLimits limits) {
        return new FilterReading(registry, type, List.of(ResourceType.values()), new Symbols(text, 0), limits);
    }

    private FilterReading(
            SchemaRegistry registry,
            ResourceType type,
            List<ResourceType> others,
            Symbols symbols,
            FilterLimits limits) {
        this.registry = registry;
        this.type = type;
        this.others = others;
        this.symbols = symbols;
        this.limits = limits;
    }

    Filter whole() {
        Filter filter = or();
        if (symbols.kind() != Kind.END) {
            throw symbols.unexpected("and, or, or the end");
        }
        return filter;
    }

    /** The filter between brackets; the opening one is the current symbol. Returns where the closing one stands. */
    Filter inBrackets(AttributePath path) {
        enter();
        element = path;
        symbols.advance();
        Filter filter = or();
        if (symbols.kind() != Kind.CLOSE_BRACKET) {
            throw symbols.unexpected("]");
        }
        element = null;
        depth--;
        return filter;
    }

    int position() {
        return symbols.start();
    }

    private Filter or() {
        List<Filter> found = new ArrayList<>();
        found.add(and());
        while (symbols.word("or")) {
            symbols.advance();
            found.add(and());
        }
        return found.size() == 1 ? found.get(0) : new Filter.Or(found);
    }

    private Filter and() {
        List<Filter> found = new ArrayList<>();
        found.add(term());
        while (symbols.word("and")) {
            symbols.advance();
            found.add(term());
        }
        return found.size() == 1 ? found.get(0) : new Filter.And(found);
    }

    private Filter term() {
        if (symbols.kind() == Kind.OPEN) {
            return group();
        }
        if (symbols.kind() != Kind.WORD) {
            throw symbols.unexpected("an attribute");
        }
        String name = symbols.content();
        symbols.advance();
        if (name.equalsIgnoreCase("not") && symbols.kind() == Kind.OPEN) {
            return new Filter.Not(group());
        }
        AttributePath path = path(name);
        if (symbols.kind() != Kind.OPEN_BRACKET) {
            return attribute(path);
        }
        if (element != null) {
            throw invalidFilter("brackets do not nest");
        }
        return valuePath(path);
    }

    private Filter group() {
        enter();
        symbols.advance();
        Filter filter = or();
        if (symbols.kind() != Kind.CLOSE) {
            throw symbols.unexpected(")");
        }
        symbols.advance();
        depth--;
        return filter;
    }

    private Filter valuePath(AttributePath path) {
        checkElements(path);
        Filter inner = inBrackets(path);
        symbols.advance();
        boolean goesOn = symbols.kind() == Kind.WORD && symbols.content().startsWith(".");
        if (!goesOn) {
            return new Filter.ValuePath(path, inner);
        }
        // Entra's form: emails[type eq "work"].value eq "x" asks both of one element.
        String name = symbols.content().substring(1);
        Attribute sub = path.attribute().sub(name).orElseThrow(() -> unknown(path.text() + "." + name));
        symbols.advance();
        Filter rest = attribute(path.child(sub));
        return rest instanceof Filter.Not absent
                ? new Filter.Not(new Filter.ValuePath(path, new Filter.And(List.of(inner, absent.term()))))
                : new Filter.ValuePath(path, new Filter.And(List.of(inner, rest)));
    }

    static void checkElements(AttributePath path) {
        boolean picks = path.sub().isEmpty()
                && !path.wholeExtension()
                && (path.attribute().complex() || path.attribute().multiValued());
        if (!picks) {
            throw invalidFilter("'" + path.text() + "' has no elements to pick by brackets");
        }
    }

    private Filter attribute(AttributePath path) {
        if (++terms > limits.terms()) {
            throw invalidFilter("a filter has at most " + limits.terms() + " terms");
        }
        if (symbols.word("pr")) {
            symbols.advance();
            return new Filter.Present(path);
        }
        Operator operator = (symbols.kind() == Kind.WORD
                        ? Operator.named(symbols.content())
                        : Optional.<Operator>empty())
                .orElseThrow(() -> symbols.unexpected("an operator"));
        symbols.advance();
        JsonValue literal = literal();
        String written = symbols.content();
        symbols.advance();
        return Operand.compare(path, operator, literal, written);
    }

    private JsonValue literal() {
        if (symbols.kind() == Kind.STRING) {
            return JsonParts.text(symbols.content());
        }
        if (symbols.kind() != Kind.WORD) {
            throw symbols.unexpected("a value");
        }
        return switch (symbols.content().toLowerCase(Locale.ROOT)) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            case "null" -> JsonValue.NULL;
            default -> number(symbols.content());
        };
    }

    private JsonValue number(String word) {
        if (word.length() > LONGEST_NUMBER || !NUMBER.matcher(word).matches()) {
            throw symbols.unexpected("a value (texts stand in double quotes, so do digits that are no JSON number)");
        }
        try {
            BigDecimal number = new BigDecimal(word);
            if (Math.abs((long) number.precision() - number.scale()) <= 1_000) {
                return JsonParts.number(number);
            }
            throw symbols.unexpected(REASONABLE);
        } catch (NumberFormatException absurd) {
            throw symbols.unexpected(REASONABLE);
        }
    }

    private AttributePath path(String name) {
        if (element != null) {
            return inElement(element, name);
        }
        try {
            return registry.find(type, name, Resolution.REGISTERED)
                    .or(() -> others.stream()
                            .flatMap(each -> registry.find(each, name, Resolution.REGISTERED).stream())
                            .findFirst())
                    .orElseThrow(() -> unknown(name));
        } catch (ScimException refused) {
            throw refused.as(ScimType.INVALID_FILTER);
        }
    }

    private AttributePath inElement(AttributePath path, String name) {
        String prefix = path.text() + ".";
        String part = name.regionMatches(true, 0, prefix, 0, prefix.length()) ? name.substring(prefix.length()) : name;
        if (!path.attribute().complex() && part.equalsIgnoreCase("value")) {
            return path;
        }
        return path.part(part).map(path::child).orElseThrow(() -> unknown(prefix + name));
    }

    private static ScimException unknown(String name) {
        return invalidFilter("no schema has an attribute '" + shorten(name) + "'");
    }

    private void enter() {
        if (++depth > limits.depth()) {
            throw invalidFilter("parentheses and brackets nest at most " + limits.depth() + " levels");
        }
    }
}
