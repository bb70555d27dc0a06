package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys under which cursors are encrypted: rows that all nodes share, wrapped by {@link SecretBox}. */
@ApplicationScoped
public class CursorKeys {
    private static final String PURPOSE = "cursor";
    private static final int TRIES = 10;

    @Inject
    private Database database;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    private final Map<Integer, byte[]> known = new ConcurrentHashMap<>();

    /** The number of the key for new cursors; makes the first one. */
    public int current() {
        if (known.isEmpty()) {
            load();
            for (int tried = 0; tried < TRIES && known.isEmpty(); tried++) {
                create();
                load();
            }
        }
        return known.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow(NoSuchElementException::new);
    }

    /** The key of this number; empty where there is none (any more). */
    public Optional<byte[]> key(int number) {
        if (!known.containsKey(number)) {
            load();
        }
        return Optional.ofNullable(known.get(number));
    }

    private void load() {
        database.query(
                        "SELECT kid, wrapped FROM secret_key WHERE purpose = ? ORDER BY kid LIMIT 100",
                        row -> Map.entry(row.integer(1), row.bytes(2)),
                        PURPOSE)
                .forEach(entry -> box.open(context(entry.getKey()), entry.getValue())
                        .ifPresent(key -> known.put(entry.getKey(), key)));
    }

    /** Another node may do the same: the constraint decides, and the next load shows whose key it is. */
    private void create() {
        int number = (int) database.count("SELECT MAX(kid) FROM secret_key") + 1;
        try {
            database.update(
                    "INSERT INTO secret_key(kid, purpose, wrapped, created_at) VALUES (?,?,?,?)",
                    number,
                    PURPOSE,
                    box.seal(context(number), box.newKey()),
                    clock.instant());
        } catch (DuplicateRow e) {
            // The other node's key serves both.
        }
    }

    private static String context(int number) {
        return "secret_key.wrapped:" + PURPOSE + ":" + number;
    }
}
