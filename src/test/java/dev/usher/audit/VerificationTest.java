package dev.usher.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.audit.ChainFault.Kind;
import dev.usher.platform.Database;
import dev.usher.platform.Problem;
import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody with the database, but without the secret key, cannot do unseen. */
class VerificationTest {
    @AutoClose
    private final EntityUnit unit = new EntityUnit();

    private Database database;
    private AuditTrail trail;
    private TenantId tenant;

    @BeforeEach
    void recordTenActs() {
        database = unit.database();
        trail = unit.bean(AuditTrail.class);
        unit.transaction(trail::beginSealing);
        tenant = unit.transaction(() -> unit.bean(Tenants.class).create("acme", "Acme"))
                .id();
        for (int i = 0; i < 10; i++) {
            record();
        }
    }

    @Test
    void findsASealedEndInAChainAsItWasRecorded() {
        ChainReport report = trail.verify(tenant);

        assertThat(report.faults()).isEmpty();
        assertThat(report.sealed()).isTrue();
    }

    @Test
    void namesAnEndThatWasMovedBackToHideACutTail() {
        cutTo(6);

        assertThat(kinds()).containsExactly(Kind.FORGED);
    }

    @Test
    void namesAnEndThatLostItsSealToHideACutTail() {
        cutTo(6);
        database.update("UPDATE audit_head SET seal = NULL WHERE tenant_no = ?", tenant.number());

        assertThat(kinds()).containsExactly(Kind.FORGED);
        assertThat(trail.verify(tenant).sealed()).isFalse();
    }

    @Test
    void countsAtTheStartWhoseEndsAreOfAnotherKey() {
        assertThat(unit.transaction(trail::beginSealing)).isZero();

        database.update("UPDATE audit_head SET seal = ? WHERE tenant_no = ?", new byte[32], tenant.number());

        assertThat(unit.transaction(trail::beginSealing)).isEqualTo(1);
        record();
        assertThat(unit.transaction(trail::beginSealing)).isZero();
    }

    @Test
    void namesASealThatIsAnotherTenants() {
        TenantId other = unit.transaction(() -> unit.bean(Tenants.class).create("other", "Other"))
                .id();
        database.update(
                "UPDATE audit_head SET seal = (SELECT seal FROM (SELECT seal FROM audit_head WHERE tenant_no = ?) AS s)"
                        + " WHERE tenant_no = ?",
                tenant.number(),
                other.number());
        database.update(
                "UPDATE audit_head SET seq = 10, hash = (SELECT hash FROM audit_event WHERE tenant_no = ? AND seq = 10)"
                        + " WHERE tenant_no = ?",
                tenant.number(),
                other.number());

        assertThat(trail.verify(other).faults()).extracting(ChainFault::kind).contains(Kind.FORGED);
    }

    @Test
    void leavesAnEndFromBeforeTheSealsAlone() {
        database.update("UPDATE audit_head SET seal = NULL WHERE tenant_no = ?", tenant.number());
        database.update("DELETE FROM setting WHERE name = 'audit-sealed-since'");
        unit.transaction(trail::beginSealing);

        assertThat(trail.verify(tenant).faults()).isEmpty();
        assertThat(trail.verify(tenant).sealed()).isFalse();
        record();
        assertThat(trail.verify(tenant).sealed()).isTrue();
    }

    @Test
    void namesAnEmptiedChain() {
        database.update("DELETE FROM audit_event WHERE tenant_no = ?", tenant.number());
        database.update(
                "UPDATE audit_head SET seq = 0, hash = ?, seal = NULL WHERE tenant_no = ?",
                new byte[32],
                tenant.number());

        assertThat(kinds()).containsExactly(Kind.DELETED);
    }

    @Test
    void namesAnEndThatIsGoneAndRefusesFurtherActsInWords() {
        database.update("DELETE FROM audit_head WHERE tenant_no = ?", tenant.number());

        assertThat(trail.verify(tenant).faults())
                .singleElement()
                .isEqualTo(new ChainFault(
                        Kind.DELETED, 11, 11, "The row of the chain's end is gone; acts may be missing."));
        assertThatThrownBy(this::record).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.code()).isEqualTo("audit-chain-broken");
        });
    }

    @Test
    void comparesWithTheLogsWitness() {
        ChainEnd seen = trail.verify(tenant).head();
        var wrong = new ChainEnd(5, seen.hash());

        assertThat(trail.verify(tenant, Optional.of(seen)).faults()).isEmpty();
        assertThat(trail.verify(tenant, Optional.of(wrong)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Kind.CHANGED));
        assertThat(trail.verify(tenant, Optional.of(new ChainEnd(11, seen.hash())))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Kind.DELETED));
    }

    @Test
    void findsByTheWitnessAnOlderStatePutBackWhole() {
        byte[] seal = database.one(
                        "SELECT seal FROM audit_head WHERE tenant_no = ?", row -> row.bytes(1), tenant.number())
                .orElseThrow();
        record();
        ChainEnd witness = trail.verify(tenant).head();
        cutTo(10);
        database.update("UPDATE audit_head SET seal = ? WHERE tenant_no = ?", seal, tenant.number());

        assertThat(trail.verify(tenant).faults()).as("without the witness").isEmpty();
        assertThat(trail.verify(tenant, Optional.of(witness)).faults())
                .extracting(ChainFault::kind)
                .containsExactly(Kind.DELETED);
    }

    private void record() {
        unit.transaction(() -> trail.record(
                tenant,
                "ann",
                "mapping.created",
                Optional.empty(),
                JsonValue.EMPTY_JSON_OBJECT,
                JsonValue.EMPTY_JSON_OBJECT));
    }

    private void cutTo(int seq) {
        database.update("DELETE FROM audit_event WHERE tenant_no = ? AND seq > ?", tenant.number(), seq);
        database.update(
                "UPDATE audit_head SET seq = ?, hash = (SELECT hash FROM audit_event WHERE tenant_no = ? AND seq = ?)"
                        + " WHERE tenant_no = ?",
                seq,
                tenant.number(),
                seq,
                tenant.number());
    }

    private List<Kind> kinds() {
        return trail.verify(tenant).faults().stream().map(ChainFault::kind).toList();
    }
}
