package dev.usher.scim.schema;

import jakarta.json.JsonValue;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * The keys of values that are compared again and again, each made once: composing and lowering a long text costs a
 * hundred times what comparing its bytes does. Known by the value's identity. Cap: beyond {@value #MOST} values keys are
 * made anew. Threads: one.
 */
public final class CompareKeys {
    private static final int MOST = 20_000;

    private final IdentityHashMap<Attribute, IdentityHashMap<JsonValue, Optional<CompareKey>>> known =
            new IdentityHashMap<>();
    private int size;

    /** The key of a value under its attribute's rules; empty when the value does not fit the attribute's type. */
    public Optional<CompareKey> of(Attribute attribute, JsonValue value) {
        IdentityHashMap<JsonValue, Optional<CompareKey>> values = known.get(attribute);
        Optional<CompareKey> found = values == null ? null : values.get(value);
        if (found != null) {
            return found;
        }
        Optional<CompareKey> made = CompareKey.of(attribute, value);
        if (size < MOST) {
            size++;
            known.computeIfAbsent(attribute, first -> new IdentityHashMap<>()).put(value, made);
        }
        return made;
    }
}
