package dev.usher.platform.store;

import dev.usher.platform.Database;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import dev.usher.platform.Uuid7;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The persistence unit that we ship, over a fresh H2 with every migration, without a container: entities and native SQL
 * share the one connection, as they do in a server's transaction.
 */
public final class EntityUnit implements AutoCloseable {
    private static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    /** Only for tests. */
    private static final String KEY = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=";

    private final DataSource source = new DriverSource(Settings.with(
            Map.of(Setting.DB_URL, "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1")));
    private final Database database;
    private final EntityManagerFactory factory;
    private final Map<Class<?>, Object> beans = new HashMap<>();
    private EntityManager manager;

    /** A database of its own. */
    public EntityUnit() {
        Migrations.migrate(source);
        DataSource only = kept();
        database = new Database(only);
        beans.put(Database.class, database);
        beans.put(Clock.class, CLOCK);
        beans.put(Uuid7.class, new Uuid7(CLOCK));
        beans.put(Event.class, deaf());
        beans.put(Instance.class, none());
        beans.put(Settings.class, Settings.with(Map.of(Setting.SECRET_KEY, KEY)));
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", "");
        settings.put("jakarta.persistence.nonJtaDataSource", only);
        settings.put("eclipselink.target-server", "None");
        factory = Persistence.createEntityManagerFactory("usher", settings);
        manager = factory.createEntityManager();
    }

    private DataSource kept() {
        try {
            return KeptConnection.of(source);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Database database() {
        return database;
    }

    /** Runs it in a transaction with a persistence context of its own, as a server does; rolls back what it throws. */
    public <T> T transaction(Supplier<T> work) {
        manager = factory.createEntityManager();
        manager.getTransaction().begin();
        try {
            T result = work.get();
            manager.getTransaction().commit();
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
            manager = factory.createEntityManager();
        }
    }

    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    /** A store with what the container would inject. */
    <T> T store(Class<T> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        T store = type.cast(
                constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(database));
        for (Field field : type.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(PersistenceContext.class)) {
                field.set(store, current());
            } else if (field.isAnnotationPresent(Inject.class)) {
                field.set(store, database);
            }
        }
        return store;
    }

    /** An event that nobody observes. */
    private static Event<?> deaf() {
        return (Event<?>) Proxy.newProxyInstance(
                EntityUnit.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }

    /** No beans of whatever kind. */
    private static Instance<?> none() {
        return (Instance<?>) Proxy.newProxyInstance(
                EntityUnit.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) ->
                        method.getName().equals("stream") ? Stream.empty() : Collections.emptyIterator());
    }

    /** A bean with all that it needs, each made once, as the container does it. */
    public <T> T bean(Class<T> type) {
        Object known = beans.get(type);
        if (known != null) {
            return type.cast(known);
        }
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            T made = type.cast(constructor.newInstance(
                    Stream.of(constructor.getParameterTypes()).map(this::bean).toArray()));
            beans.put(type, made);
            for (Field field : type.getDeclaredFields()) {
                field.setAccessible(true);
                if (field.isAnnotationPresent(PersistenceContext.class)) {
                    field.set(made, current());
                } else if (field.isAnnotationPresent(Inject.class)) {
                    field.set(made, bean(field.getType()));
                }
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    /** The same made anew by other settings, as a start does it. */
    public <T> T bean(Class<T> type, Settings settings) {
        beans.put(Settings.class, settings);
        beans.remove(type);
        return bean(type);
    }

    /** The entity manager of the present transaction, as a server's proxy is. */
    private EntityManager current() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityUnit.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(manager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() {
        manager.close();
        factory.close();
        database.update("SHUTDOWN");
    }
}
