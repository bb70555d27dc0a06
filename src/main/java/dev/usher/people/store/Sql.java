package dev.usher.people.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece of SQL being written, with the parameters of its marks in their order. Not for sharing between threads. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** A piece that begins so. */
    static Sql of(String text, Object... parameters) {
        return new Sql().add(text, parameters);
    }

    /** The rows of all of these, those found twice too; each part has its own order and limit. */
    static Sql union(List<Sql> parts) {
        Sql all = new Sql();
        for (Sql part : parts) {
            all.add(all.isEmpty() ? "(" : " UNION ALL (").add(part).add(")");
        }
        return all;
    }

    /** Appends text and the parameters of its marks. */
    Sql add(String more, Object... values) {
        text.append(more);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /** Appends another piece. */
    Sql add(Sql other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        return this;
    }

    /** Appends a condition after {@code AND}, or nothing where it is empty. */
    Sql and(Sql condition) {
        return condition.isEmpty() ? this : add(" AND ").add(condition);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
