package dev.usher.people.store;

import java.util.List;

/**
 * A filter as two conditions: whatever matches meets {@code over}, whatever meets {@code under} matches. Where SQL can
 * say it exactly they are one; between them the document decides.
 */
record Bounds(Condition over, Condition under) {
    /** SQL knows nothing of it. */
    static final Bounds UNKNOWN = new Bounds(Condition.ALWAYS, Condition.NEVER);

    static Bounds exactly(Condition condition) {
        return new Bounds(condition, condition);
    }

    /** Whether SQL alone gives the answer. */
    boolean exact() {
        return over.equals(under);
    }

    Bounds negated() {
        return new Bounds(Condition.not(under), Condition.not(over));
    }

    static Bounds all(List<Bounds> terms) {
        return new Bounds(
                Condition.all(terms.stream().map(Bounds::over).toList()),
                Condition.all(terms.stream().map(Bounds::under).toList()));
    }

    static Bounds any(List<Bounds> terms) {
        return new Bounds(
                Condition.any(terms.stream().map(Bounds::over).toList()),
                Condition.any(terms.stream().map(Bounds::under).toList()));
    }
}
