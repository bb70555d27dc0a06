package dev.usher.people.store;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/** What the container does in the server: makes a store and fills its injected fields, for tests without a container. */
final class Wiring {
    private final Map<Class<?>, Object> known = new HashMap<>();

    /** Objects that are there already, as the database and the clock. */
    <T> Wiring with(Class<T> type, T object) {
        known.put(type, object);
        return this;
    }

    <T> T make(Class<T> type) {
        Object made = known.get(type);
        if (made == null) {
            made = fresh(type);
            known.put(type, made);
        }
        return type.cast(made);
    }

    private Object fresh(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return filled(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    /** An object that a test made by another constructor. */
    <T> T filled(T made) {
        try {
            for (Field field : made.getClass().getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    field.setAccessible(true);
                    field.set(made, make(field.getType()));
                }
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot fill " + made.getClass(), e);
        }
    }
}
