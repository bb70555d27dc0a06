package dev.usher.platform;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the drivers' error codes. H2's and MySQL's numbers do not overlap, so the dialect need not be known; MariaDB
 * uses MySQL's. Batches hide the telling exception behind {@code getNextException}, so the whole chain is looked at.
 */
final class VendorErrors {
    private static final int H2_DUPLICATE = 23505;
    private static final Set<Integer> MYSQL_DUPLICATE = Set.of(1062, 1586);
    /** H2: deadlock, lock time-out, concurrent update. MySQL: lock wait, deadlock, NOWAIT. MariaDB: changed since read. */
    private static final Set<Integer> CONTENTION = Set.of(40001, 50200, 90131, 1205, 1213, 3572, 1020);
    /**
     * H2: connection broken, database closed, called at shutdown, file locked. MySQL: shutdown, too many, killed; and that it
     * only reads, since another server is the primary now.
     */
    private static final Set<Integer> UNAVAILABLE =
            Set.of(90067, 90098, 90121, 90020, 1040, 1042, 1053, 1077, 1079, 1927, 3169, 4031, 1290, 1836);

    /** H2: cancelled. MySQL: max_execution_time; MariaDB: max_statement_time; both: query interrupted. */
    private static final Set<Integer> TIMEOUT = Set.of(57014, 3024, 1969, 1317);

    /** MySQL puts the table before the key since 8.0.19; the key is the last quoted word, in every language. */
    private static final Pattern MYSQL_KEY = Pattern.compile("'(?:[^'.]*\\.)?([^'.]*)'$");

    /** H2: {@code …: "public.uq_name INDEX public.uq_name_INDEX_7 ON public.t(a) VALUES (…)"}; values come after ON. */
    private static final Pattern H2_KEY =
            Pattern.compile("^[^\"]*\"(?:[^\". ]*\\.)?([^\". ]+)(?: INDEX (?:[^\". ]*\\.)?([^\". ]+))? ON ");

    private VendorErrors() {}

    static DatabaseFault read(SQLException error) {
        SQLException at = error;
        for (int depth = 0; at != null && depth < 20; depth++) {
            DatabaseFault known = known(at);
            if (known != null) {
                return known;
            }
            at = following(at);
        }
        return new BrokenStatement(error);
    }

    private static @Nullable SQLException following(SQLException error) {
        if (error.getNextException() != null) {
            return error.getNextException();
        }
        return error.getCause() instanceof SQLException cause ? cause : null;
    }

    private static @Nullable DatabaseFault known(SQLException error) {
        int code = error.getErrorCode();
        String state = error.getSQLState();
        if (code == H2_DUPLICATE || MYSQL_DUPLICATE.contains(code)) {
            return new DuplicateRow(constraint(error), error);
        }
        if (CONTENTION.contains(code) || "40001".equals(state)) {
            return new Contention(error);
        }
        if (error instanceof SQLTimeoutException || TIMEOUT.contains(code)) {
            return new StatementTimeout(error);
        }
        // The pool says by its class that no connection was free or could be made in time.
        if (error instanceof SQLTransientConnectionException
                || UNAVAILABLE.contains(code)
                || (state != null && state.startsWith("08"))) {
            return new DatabaseUnavailable(error);
        }
        return null;
    }

    private static String constraint(SQLException error) {
        boolean h2 = error.getErrorCode() == H2_DUPLICATE;
        var key = (h2 ? H2_KEY : MYSQL_KEY).matcher(String.valueOf(error.getMessage()));
        if (!key.find()) {
            return "unknown";
        }
        // H2 gives a primary key a constraint with a made-up name; its index tells.
        String index = h2 ? String.valueOf(key.group(2)) : key.group(1);
        return index.toLowerCase(Locale.ROOT).startsWith("primary")
                ? DuplicateRow.PRIMARY
                : key.group(1).toLowerCase(Locale.ROOT);
    }
}
