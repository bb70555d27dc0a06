package dev.usher.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row that a query stands on, read by column number from 1 or by label; valid only inside the reader. The plain
 * forms are for columns that are NOT NULL: they refuse a NULL, except {@link #number} and {@link #integer}, which give
 * 0 as JDBC does.
 */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** Text of a NOT NULL column. */
    public String text(int column) {
        return present(optionalText(column), column);
    }

    /** Text of a NOT NULL column. */
    public String text(String label) {
        return text(column(label));
    }

    /** Text, or empty for NULL. */
    public Optional<String> optionalText(int column) {
        return read(() -> result.getString(column));
    }

    /** Text, or empty for NULL. */
    public Optional<String> optionalText(String label) {
        return optionalText(column(label));
    }

    /** An id of a NOT NULL BINARY(16). */
    public UUID uuid(int column) {
        return present(optionalUuid(column), column);
    }

    /** An id of a NOT NULL BINARY(16). */
    public UUID uuid(String label) {
        return uuid(column(label));
    }

    /** An id, or empty for NULL. */
    public Optional<UUID> optionalUuid(int column) {
        return optionalBytes(column).map(Parameters::uuid);
    }

    /** An id, or empty for NULL. */
    public Optional<UUID> optionalUuid(String label) {
        return optionalUuid(column(label));
    }

    /** The time of a NOT NULL DATETIME(6), which is UTC. */
    public Instant instant(int column) {
        return present(optionalInstant(column), column);
    }

    /** The time of a NOT NULL DATETIME(6), which is UTC. */
    public Instant instant(String label) {
        return instant(column(label));
    }

    /** The time, or empty for NULL. */
    public Optional<Instant> optionalInstant(int column) {
        return read(() -> result.getObject(column, LocalDateTime.class)).map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /** The time, or empty for NULL. */
    public Optional<Instant> optionalInstant(String label) {
        return optionalInstant(column(label));
    }

    /** Bytes of a NOT NULL column. */
    public byte[] bytes(int column) {
        return present(optionalBytes(column), column);
    }

    /** Bytes of a NOT NULL column. */
    public byte[] bytes(String label) {
        return bytes(column(label));
    }

    /** Bytes, or empty for NULL. */
    public Optional<byte[]> optionalBytes(int column) {
        return read(() -> result.getBytes(column));
    }

    /** Bytes, or empty for NULL. */
    public Optional<byte[]> optionalBytes(String label) {
        return optionalBytes(column(label));
    }

    /** A whole number; 0 for NULL. */
    public long number(int column) {
        return optionalNumber(column).orElse(0);
    }

    /** A whole number; 0 for NULL. */
    public long number(String label) {
        return number(column(label));
    }

    /** A whole number, or empty for NULL. */
    public OptionalLong optionalNumber(int column) {
        try {
            long number = result.getLong(column);
            return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (SQLException e) {
            throw DatabaseFault.of(e);
        }
    }

    /** A whole number, or empty for NULL. */
    public OptionalLong optionalNumber(String label) {
        return optionalNumber(column(label));
    }

    /** A whole number that fits an int; 0 for NULL. */
    public int integer(int column) {
        return Math.toIntExact(number(column));
    }

    /** A whole number that fits an int; 0 for NULL. */
    public int integer(String label) {
        return integer(column(label));
    }

    /** Whether a TINYINT is other than 0. */
    public boolean flag(int column) {
        return number(column) != 0;
    }

    /** Whether a TINYINT is other than 0. */
    public boolean flag(String label) {
        return flag(column(label));
    }

    /** The constant whose ordinal the column holds. */
    public <E extends Enum<E>> E constant(int column, Class<E> type) {
        return type.getEnumConstants()[integer(column)];
    }

    /** The constant whose ordinal the column holds. */
    public <E extends Enum<E>> E constant(String label, Class<E> type) {
        return constant(column(label), type);
    }

    private int column(String label) {
        try {
            return result.findColumn(label);
        } catch (SQLException e) {
            throw DatabaseFault.of(e);
        }
    }

    private static <T> T present(Optional<T> value, int column) {
        return value.orElseThrow(() -> new IllegalStateException("column " + column + " is NULL"));
    }

    private static <T> Optional<T> read(Cell<T> cell) {
        try {
            return Optional.ofNullable(cell.value());
        } catch (SQLException e) {
            throw DatabaseFault.of(e);
        }
    }

    @FunctionalInterface
    private interface Cell<T> {
        @Nullable
        T value() throws SQLException;
    }
}
