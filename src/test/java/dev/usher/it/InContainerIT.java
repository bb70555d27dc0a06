package dev.usher.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.audit.AuditTrail;
import dev.usher.audit.ChainFault;
import dev.usher.audit.ChainReport;
import dev.usher.audit.Expiry;
import dev.usher.journal.Journal;
import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.journal.ProvisioningEvent;
import dev.usher.platform.Database;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    @Inject
    private AuditTrail trail;

    @Inject
    private Expiry expiry;

    @Inject
    private Journal journal;

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

    @Test
    void retentionLeavesAChainThatStillProvesItself() throws Exception {
        recordActs(3);
        assertTrue(trail.verify(TenantId.PLATFORM).intact());

        int deleted = expiry.expire(TenantId.PLATFORM, clock.instant().plusSeconds(1));
        recordActs(2);
        ChainReport report = trail.verify(TenantId.PLATFORM);

        assertTrue(deleted >= 2);
        assertTrue(report.intact(), () -> report.faults().toString());
        assertTrue(report.expired().seq() >= deleted);
        assertEquals(report.head().seq() - report.expired().seq(), report.events());
    }

    @Test
    void doesNotBelieveABeginningThatNoActExplains() throws Exception {
        recordActs(3);
        expiry.expire(TenantId.PLATFORM, clock.instant().plusSeconds(1));
        recordActs(3);
        database.update("UPDATE audit_expired SET seq = seq + 1 WHERE tenant_no = 0");
        List<ChainFault> faults = trail.verify(TenantId.PLATFORM).faults();
        database.update("UPDATE audit_expired SET seq = seq - 1 WHERE tenant_no = 0");

        assertEquals(ChainFault.Kind.DELETED, faults.get(0).kind());
        assertEquals(1, faults.get(0).first());
        assertTrue(trail.verify(TenantId.PLATFORM).intact());
    }

    @Test
    void retentionDeletesOldEventsAndKeepsNewOnes() throws Exception {
        var tenant = new TenantId(1);
        transaction.begin();
        for (int i = 0; i < 3; i++) {
            journal.record(new ProvisioningEvent(
                    tenant, Optional.empty(), Kind.BULK, Outcome.ACCEPTED, JsonValue.EMPTY_JSON_OBJECT));
        }
        transaction.commit();

        assertEquals(0, journal.expire(tenant, clock.instant().minusSeconds(3600)));
        assertEquals(Optional.of(tenant), journal.tenantBefore(clock.instant().plusSeconds(1), TenantId.PLATFORM));
        assertTrue(journal.expire(tenant, clock.instant().plusSeconds(1)) >= 3);
        // Other tests' tenants may have some.
        assertNotEquals(
                Optional.of(tenant), journal.tenantBefore(clock.instant().plusSeconds(1), TenantId.PLATFORM));
    }

    private void recordActs(int count) throws Exception {
        transaction.begin();
        for (int i = 0; i < count; i++) {
            trail.record(
                    TenantId.PLATFORM,
                    "test",
                    "test.act",
                    Optional.empty(),
                    JsonValue.EMPTY_JSON_OBJECT,
                    JsonValue.EMPTY_JSON_OBJECT);
        }
        transaction.commit();
    }
}
