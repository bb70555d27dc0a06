package dev.usher.people.store;

import java.util.List;

/**
 * A filter as two conditions: whatever matches meets {@code over}, whatever meets {@code under} matches. Where SQL can
 * say it exactly they are one; between them the document decides, and whoever is between meets {@code doubt}, which an
 * index answers better than the difference of the two.
 */
record Bounds(Condition over, Condition under, Condition doubt) {
    /** SQL knows nothing of it. */
    static final Bounds UNKNOWN = new Bounds(Condition.ALWAYS, Condition.NEVER, Condition.ALWAYS);

    static Bounds exactly(Condition condition) {
        return new Bounds(condition, condition, Condition.NEVER);
    }

    /** Between two conditions of which nothing more is known. */
    static Bounds between(Condition over, Condition under) {
        return over.equals(under) ? exactly(over) : new Bounds(over, under, Condition.ALWAYS);
    }

    /** Whether SQL alone gives the answer. */
    boolean exact() {
        return over.equals(under);
    }

    Bounds negated() {
        return new Bounds(Condition.not(under), Condition.not(over), doubt);
    }

    static Bounds all(List<Bounds> terms) {
        return new Bounds(
                Condition.all(terms.stream().map(Bounds::over).toList()),
                Condition.all(terms.stream().map(Bounds::under).toList()),
                doubt(terms));
    }

    static Bounds any(List<Bounds> terms) {
        return new Bounds(
                Condition.any(terms.stream().map(Bounds::over).toList()),
                Condition.any(terms.stream().map(Bounds::under).toList()),
                doubt(terms));
    }

    /** A conjunction or disjunction is open only where one of its terms is. */
    private static Condition doubt(List<Bounds> terms) {
        return Condition.any(terms.stream().map(Bounds::doubt).toList());
    }
}
