package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the pages of an index walk began, so that the next one costs what a cursor costs, from any node. Each lives for
 * {@link #LIFE}, and none is ever needed: a lost one costs an OFFSET.
 */
@ApplicationScoped
public class Anchors {
    /** How long a walk may pause between two pages. */
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final Logger LOG = System.getLogger(Anchors.class.getName());
    private static final int CLEAN_EVERY = 50;
    private static final int CLEAN_MOST = 500;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** The position before a page, and the total that its walk counted. */
    record Anchor(Position position, long total) {}

    Optional<Anchor> find(SearchQuery query, int startIndex) {
        return database.one(
                "SELECT last_key, total FROM page_anchor"
                        + " WHERE tenant_no = ? AND query_hash = ? AND start_index = ? AND expires_at > ?",
                row -> new Anchor(Position.read(row.bytes(1)), row.number(2)),
                query.caller().tenant().number(),
                query.hash(),
                (long) startIndex,
                clock.instant());
    }

    /** Remembers where the next page begins. A failure is no reason to fail the page that was found. */
    void write(SearchQuery query, int startIndex, Position position, long total) {
        Instant expires = clock.instant().plus(LIFE);
        try {
            database.update(
                    "INSERT INTO page_anchor(tenant_no, query_hash, start_index, last_key, total, expires_at)"
                            + " VALUES (?,?,?,?,?,?)"
                            + " ON DUPLICATE KEY UPDATE last_key = ?, total = ?, expires_at = ?",
                    query.caller().tenant().number(),
                    query.hash(),
                    (long) startIndex,
                    position.bytes(),
                    total,
                    expires,
                    position.bytes(),
                    total,
                    expires);
            if (ThreadLocalRandom.current().nextInt(CLEAN_EVERY) == 0) {
                database.update("DELETE FROM page_anchor WHERE expires_at < ? LIMIT " + CLEAN_MOST, clock.instant());
            }
        } catch (DatabaseUnavailable e) {
            throw e; // the page cannot be read either, and would wait for the database once more
        } catch (DatabaseFault e) {
            LOG.log(Level.DEBUG, "no anchor was written for the next page", e);
        }
    }
}
