package dev.usher.platform.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of itself: each thing asked once of a real connection and then known. Servers ask of each
 * connection that they make anew, and it must not wait for a database that is away.
 *
 * <p>Nothing that has rows: they would outlive their connection, and a server that finds no client info here (Payara
 * looks) does not ask for it at each use of a connection.
 */
final class DatabaseDescription {
    private record Question(String name, List<Object> arguments) {}

    private final DataSource pool;
    private final Map<Question, Object> known = new ConcurrentHashMap<>();

    DatabaseDescription(DataSource pool) {
        this.pool = pool;
    }

    /** As JDBC wants it of this connection; asked by what {@code held} gives, or by one of the pool where that is null. */
    DatabaseMetaData of(Connection connection, Supplier<@Nullable Connection> held) {
        return (DatabaseMetaData) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection" -> connection;
                    case "equals" -> arguments[0] == proxy;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "DatabaseDescription";
                    case "isWrapperFor" -> false;
                    default -> answer(held, method, arguments);
                });
    }

    private @Nullable Object answer(Supplier<@Nullable Connection> held, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getReturnType() == ResultSet.class || method.getReturnType() == Object.class) {
            throw new SQLFeatureNotSupportedException(method.getName() + " is nothing to say of a lent connection");
        }
        var question = new Question(method.getName(), arguments == null ? List.of() : Arrays.asList(arguments));
        Object answer = known.get(question);
        if (answer == null) {
            Connection real = held.get();
            answer = real == null ? asked(method, arguments) : asked(real, method, arguments);
            if (answer != null) {
                known.put(question, answer);
            }
        }
        return answer;
    }

    private @Nullable Object asked(Method method, Object @Nullable [] arguments) throws Throwable {
        try (Connection real = pool.getConnection()) {
            return asked(real, method, arguments);
        }
    }

    private static @Nullable Object asked(Connection real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real.getMetaData(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
