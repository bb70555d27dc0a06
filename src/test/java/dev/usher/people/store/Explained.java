package dev.usher.people.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Writes down the SELECTs that go through a data source, and asks the database afterwards how many rows each examined:
 * {@code EXPLAIN ANALYZE} on H2, {@code ANALYZE FORMAT=JSON} on MariaDB.
 */
final class Explained {
    private static final Pattern H2_SCANS = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern MARIA_ROWS =
            Pattern.compile("\"r_loops\": (\\d+),(?:(?!\"r_loops\")[\\s\\S])*?\"r_rows\": ([0-9.]+)");

    private final DataSource source;
    private final boolean h2;
    private final List<Statement> statements = new ArrayList<>();

    Explained(DataSource source, boolean h2) {
        this.source = source;
        this.h2 = h2;
    }

    private record Setter(Method method, Object[] arguments) {}

    private record Statement(String sql, List<Setter> setters) {}

    /** How one statement ran. */
    record Plan(String sql, long rows, String text) {}

    /** The same source, overheard, over one connection as a pool would give it. */
    DataSource overheard() throws SQLException {
        Connection kept = source.getConnection();
        Connection overheard = proxy(Connection.class, kept, this::onConnection);
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection") && arguments == null
                        ? overheard
                        : method.invoke(source, arguments));
    }

    private Object onConnection(Method method, Object[] arguments, Object result) {
        if (!(result instanceof PreparedStatement prepared)
                || !arguments[0].toString().startsWith("SELECT")) {
            return result;
        }
        var statement = new Statement(arguments[0].toString(), new ArrayList<>());
        statements.add(statement);
        return proxy(PreparedStatement.class, prepared, (called, with, answer) -> {
            if (called.getName().startsWith("set") && with != null && with.length == 2) {
                statement.setters().add(new Setter(called, with));
            }
            return answer;
        });
    }

    /** The plans of what was asked since the last call. */
    List<Plan> plans() throws SQLException {
        var asked = List.copyOf(statements);
        statements.clear();
        var plans = new ArrayList<Plan>();
        for (Statement statement : asked) {
            plans.add(plan(statement));
        }
        return plans;
    }

    private Plan plan(Statement statement) throws SQLException {
        String explain = h2 ? "EXPLAIN ANALYZE " : "ANALYZE FORMAT=JSON ";
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(explain + statement.sql())) {
            for (Setter setter : statement.setters()) {
                setter.method().invoke(prepared, setter.arguments());
            }
            try (var rows = prepared.executeQuery()) {
                rows.next();
                String text = rows.getString(1);
                return new Plan(statement.sql(), h2 ? scans(text) : examined(text), text);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long scans(String text) {
        long sum = 0;
        for (Matcher found = H2_SCANS.matcher(text); found.find(); ) {
            sum += Long.parseLong(found.group(1));
        }
        return sum;
    }

    private static long examined(String text) {
        double sum = 0;
        for (Matcher found = MARIA_ROWS.matcher(text); found.find(); ) {
            sum += Long.parseLong(found.group(1)) * Double.parseDouble(found.group(2));
        }
        return Math.round(sum);
    }

    private interface Ear {
        Object heard(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, Object target, Ear ear) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        boolean kept = method.getName().equals("close") && target instanceof Connection;
                        return kept ? null : ear.heard(method, arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
