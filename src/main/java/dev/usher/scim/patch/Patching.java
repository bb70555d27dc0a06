package dev.usher.scim.patch;

import static dev.usher.scim.error.ScimException.invalidPath;
import static dev.usher.scim.error.ScimException.invalidValue;
import static dev.usher.scim.error.ScimException.mutability;
import static dev.usher.scim.error.ScimException.shorten;

import dev.usher.scim.filter.Path;
import dev.usher.scim.patch.PatchOperation.Kind;
import dev.usher.scim.resource.Draft;
import dev.usher.scim.resource.Notes;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKeys;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One application of a plan to one document. A refusal leaves the caller's document as it was: it is never touched. */
final class Patching {
    private final SchemaRegistry registry;
    private final ScimResource current;
    private final Draft draft;
    private final PatchBudget budget;
    private final CompareKeys keys = new CompareKeys();
    private final Notes notes = new Notes();
    /**
     * Extensions of which something was changed. Whoever brings one brings what it requires, and takes nothing of that away;
     * what was missing before the schema was registered may be missing on.
     */
    private final Set<String> extended = new HashSet<>();

    private final Set<AttributePath> touched = new LinkedHashSet<>();

    Patching(SchemaRegistry registry, ScimResource current, PatchBudget budget) {
        this.budget = budget;
        this.registry = registry;
        this.current = current;
        this.draft = new Draft(current.document());
    }

    Notes notes() {
        return notes;
    }

    ScimResource result() {
        ScimResource result = new ScimResource(current.type(), draft.build());
        ImmutableValues.check(registry, current, result);
        touched.forEach(path -> ResourceReader.requireParts(path, current.value(path), result.value(path)));
        for (String urn : extended) {
            boolean brought = !current.document().containsKey(urn);
            ResourceReader.requireAll(
                    registry,
                    result,
                    path -> path.schema().equals(urn)
                            && (brought || current.value(path).isPresent()));
        }
        return result;
    }

    void take(AttributeEdit edit) {
        AttributePath path = edit.path().attribute();
        if (!path.registered()) {
            foreign(edit);
        } else if (path.wholeExtension()) {
            extension(edit);
        } else {
            attribute(edit.kind(), edit.path(), edit.value());
        }
    }

    private void attribute(Kind kind, Path path, JsonValue value) {
        AttributePath whole = path.attribute().parent();
        boolean strict = whole.extension()
                && registry.custom(current.type()).stream()
                        .anyMatch(each -> each.id().equals(whole.schema()));
        AttributeChange change = new AttributeChange(whole, notes, strict, budget, keys);
        Optional<JsonValue> before = draft.get(whole);
        Optional<JsonValue> after = change.of(kind, path, before, value);
        if (before.equals(after)) {
            return;
        }
        require(kind, whole.attribute(), whole.text(), after);
        after.ifPresentOrElse(one -> draft.set(whole, one), () -> draft.remove(whole));
        touched.add(whole);
        if (whole.extension()) {
            extended.add(whole.schema());
        }
    }

    /** RFC 7644 §3.5.2.2: removing what is required is {@code mutability}. */
    private static void require(Kind kind, Attribute attribute, String text, Optional<JsonValue> after) {
        if (attribute.required() && ResourceReader.missing(after)) {
            throw kind == Kind.REMOVE
                    ? mutability("'" + text + "' is required")
                    : invalidValue("'" + text + "' is required");
        }
    }

    /** All of it at once: an object was taken apart before. */
    private void extension(AttributeEdit edit) {
        String urn = edit.path().attribute().schema();
        Schema schema =
                registry.schema(current.type(), urn).orElseThrow(() -> invalidPath("no schema '" + shorten(urn) + "'"));
        if (edit.kind() == Kind.REMOVE || nothing(edit.value())) {
            if (edit.kind() != Kind.ADD) {
                schema.attributes().stream()
                        .filter(each -> !each.readOnly())
                        .forEach(each -> draft.remove(AttributePath.inExtension(urn, each)));
            }
        } else {
            throw invalidValue("'" + urn + "' takes an object");
        }
    }

    private static boolean nothing(JsonValue value) {
        return JsonValue.NULL.equals(value)
                || value instanceof JsonString text && text.getString().isEmpty();
    }

    /** Nobody registered it: an object brings it, or one of its attributes does, and what is not there is not removed. */
    private void foreign(AttributeEdit edit) {
        AttributePath path = edit.path().attribute();
        Optional<String> asWhole = carried(path.text());
        Optional<String> holder = carried(path.schema());
        boolean object = edit.kind() != Kind.REMOVE && edit.value() instanceof JsonObject;
        boolean brought = object && holder.isEmpty() && path.sub().isEmpty();
        if (path.wholeExtension() || asWhole.isPresent() || brought) {
            new ForeignChange(draft, notes).whole(edit.kind(), asWhole.orElse(path.text()), edit.value());
            return;
        }
        AttributePath target = AttributePath.unregistered(
                holder.orElse(path.schema()), path.attribute().name());
        AttributePath leaf = path.sub().map(target::child).orElse(target);
        new ForeignChange(draft, notes).attribute(edit.kind(), leaf, edit.value());
    }

    /** The extension's URN as the document spells it. */
    private Optional<String> carried(String urn) {
        for (String each : draft.names()) {
            if (each.indexOf(':') >= 0 && each.equalsIgnoreCase(urn)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
