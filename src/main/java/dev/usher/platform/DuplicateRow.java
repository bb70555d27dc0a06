package dev.usher.platform;

import java.sql.SQLException;

/** A row with that key is there already; {@link #constraint} says which key, so that the store can name the attribute. */
public final class DuplicateRow extends DatabaseFault {
    /** What {@link #constraint} gives for a primary key, on every database. */
    public static final String PRIMARY = "primary";

    private static final long serialVersionUID = 1L;

    private final String constraint;

    DuplicateRow(String constraint, SQLException cause) {
        super("a row with this key exists: " + constraint, cause);
        this.constraint = constraint;
    }

    /** The name of the unique key as the migration wrote it, in lower case; {@link #PRIMARY} for a primary key. */
    public String constraint() {
        return constraint;
    }
}
