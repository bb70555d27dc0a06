package dev.usher.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.platform.Database;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Uuid7;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the WAR that we ship, on Payara Micro: where injection and the server's transactions are the subject. */
@Tag("jar")
@ExtendWith(ArquillianExtension.class)
class InContainerIT {
    private static final String INSERT = "INSERT INTO job_lease(name, owner, until_at, fence) VALUES (?, ?, ?, ?)";
    private static final String COUNT = "SELECT COUNT(*) FROM job_lease WHERE name = ?";

    @Inject
    private Database database;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/usher.war"));
    }

    @Test
    void sqlRollsBackWithTheServersTransaction() throws Exception {
        String name = ids.next().toString();

        transaction.begin();
        database.update(INSERT, name, "me", clock.instant(), 1);
        assertEquals(1, database.count(COUNT, name));
        transaction.rollback();

        assertEquals(0, database.count(COUNT, name));
    }

    @Test
    void sqlCommitsWithTheServersTransactionAlsoAfterATranslatedError() throws Exception {
        String name = ids.next().toString();

        transaction.begin();
        database.update(INSERT, name, "me", clock.instant(), 1);
        var duplicate = assertThrows(DuplicateRow.class, () -> database.update(INSERT, name, "me", clock.instant(), 1));
        transaction.commit();

        assertEquals(DuplicateRow.PRIMARY, duplicate.constraint());
        assertEquals(1, database.count(COUNT, name));
    }

    @Test
    void timesAreWholeMicrosecondsAndComeBackAsTheyWere() {
        Instant now = clock.instant();
        String name = ids.next().toString();

        database.update(INSERT, name, "me", now, 1);

        assertEquals(now, now.truncatedTo(ChronoUnit.MICROS));
        assertEquals(
                Optional.of(now),
                database.one("SELECT until_at FROM job_lease WHERE name = ?", row -> row.instant(1), name));
    }

    @Test
    void injectedIdsComeFromOneGenerator() {
        assertTrue(ids.next().compareTo(ids.next()) < 0);
        assertFalse(database.dialect().shareLock().isEmpty());
    }
}
