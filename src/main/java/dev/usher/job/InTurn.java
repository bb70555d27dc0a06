package dev.usher.job;

import dev.usher.platform.DatabaseFault;
import dev.usher.platform.DatabaseUnavailable;
import java.util.Optional;
import java.util.function.Consumer;

/** Does the same for many, each for itself. */
public final class InTurn {
    private InTurn() {}

    /**
     * One that fails keeps no other from its turn; the first failure is thrown at the end. A database that is away ends it
     * at once, for each further one would wait for it as long.
     */
    public static <T> void each(Iterable<T> all, Consumer<T> act) {
        Optional<RuntimeException> failure = Optional.empty();
        for (T each : all) {
            try {
                act.accept(each);
            } catch (RuntimeException e) {
                if (DatabaseFault.within(e)
                        .filter(DatabaseUnavailable.class::isInstance)
                        .isPresent()) {
                    throw e;
                }
                failure = failure.or(() -> Optional.of(e));
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
