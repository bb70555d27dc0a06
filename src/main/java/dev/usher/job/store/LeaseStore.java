package dev.usher.job.store;

import dev.usher.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** SQL of table job_lease. All times are the database's. */
@ApplicationScoped
public class LeaseStore {
    private static final String UNTIL = "TIMESTAMPADD(SECOND, ?, LOCALTIMESTAMP(6))";

    @Inject
    private Database database;

    public boolean exists(String name) {
        return database.count("SELECT COUNT(*) FROM job_lease WHERE name = ?", name) > 0;
    }

    /** Whether it is there, and ended longer ago. */
    public boolean endedBefore(String name, Duration ago) {
        return database.count(
                        "SELECT COUNT(*) FROM job_lease WHERE name = ? AND until_at < " + UNTIL, name, -ago.toSeconds())
                > 0;
    }

    public void insert(String name, String owner, Duration length) {
        database.update(
                "INSERT INTO job_lease (name, owner, until_at, fence) VALUES (?, ?, " + UNTIL + ", 1)",
                name,
                owner,
                length.toSeconds());
    }

    /** The new fencing number; empty while somebody holds it. */
    public Optional<Long> take(String name, String owner, Duration length) {
        int taken = database.update(
                "UPDATE job_lease SET owner = ?, until_at = " + UNTIL + ", fence = fence + 1"
                        + " WHERE name = ? AND until_at <= LOCALTIMESTAMP(6)",
                owner,
                length.toSeconds(),
                name);
        return taken == 1
                ? database.one("SELECT fence FROM job_lease WHERE name = ?", row -> row.number(1), name)
                : Optional.empty();
    }

    public boolean renew(String name, String owner, long fence, Duration length) {
        return database.update(
                        "UPDATE job_lease SET until_at = " + UNTIL + " WHERE name = ? AND owner = ? AND fence = ?",
                        length.toSeconds(),
                        name,
                        owner,
                        fence)
                == 1;
    }
}
