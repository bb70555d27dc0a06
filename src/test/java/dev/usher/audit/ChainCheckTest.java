package dev.usher.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.usher.audit.ChainFault.Kind;
import dev.usher.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainCheckTest {
    private static final TenantId TENANT = new TenantId(7);
    private static final int LENGTH = 200;

    private final List<ChainLink> chain = chain();
    private final ChainEnd head = end(chain);

    @Test
    void findsNothingInAChainAsItWasRecorded() {
        assertThat(check()).isEmpty();
        assertThat(new ChainCheck(TENANT, ChainEnd.START).end(ChainEnd.START)).isEmpty();
    }

    @Test
    void beginsAfterWhatRetentionDeleted() {
        ChainEnd start = end(chain.subList(0, 50));
        var check = new ChainCheck(TENANT, start);
        chain.subList(50, LENGTH).forEach(check::add);

        assertThat(check.end(head)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, LENGTH - 1, LENGTH})
    void namesAChangedRow(int seq) {
        set(seq, with(at(seq), seq, "{\"changed\":true}"));

        assertThat(check()).singleElement().satisfies(fault -> is(fault, Kind.CHANGED, seq, seq));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, LENGTH - 1})
    void namesARowReplacedTogetherWithItsHash(int seq) {
        ChainLink forged = with(at(seq), seq, "{\"forged\":true}");
        set(seq, hashed(forged));

        assertThat(check()).singleElement().satisfies(fault -> is(fault, Kind.CHANGED, seq, seq));
    }

    @Test
    void namesALastRowReplacedTogetherWithItsHash() {
        set(LENGTH, hashed(with(at(LENGTH), LENGTH, "{}")));

        assertThat(check()).singleElement().satisfies(fault -> is(fault, Kind.CHANGED, LENGTH, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, LENGTH - 1, LENGTH})
    void namesADeletedRow(int seq) {
        chain.remove(seq - 1);

        assertThat(check()).singleElement().satisfies(fault -> is(fault, Kind.DELETED, seq, seq));
    }

    @Test
    void namesARangeOfDeletedRows() {
        chain.subList(40, 60).clear();

        assertThat(check()).singleElement().satisfies(fault -> is(fault, Kind.DELETED, 41, 60));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, LENGTH - 2, LENGTH - 1, LENGTH})
    void namesADeletedRowAlsoWhenTheOthersGetNewNumbers(int seq) {
        chain.remove(seq - 1);
        renumber();

        assertThat(check()).singleElement().satisfies(fault -> is(fault, Kind.DELETED, seq, seq));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, LENGTH - 1, LENGTH})
    void namesAnInsertedRowAlsoWhenTheOthersGetNewNumbers(int seq) {
        chain.add(seq - 1, with(at(seq), seq, "{\"inserted\":true}"));
        renumber();

        assertThat(check()).singleElement().satisfies(fault -> is(fault, Kind.INSERTED, seq, seq));
    }

    @Test
    void namesARowBehindTheEnd() {
        chain.add(hashed(with(at(LENGTH), LENGTH + 1, "{}")));

        assertThat(check()).anySatisfy(fault -> is(fault, Kind.INSERTED, LENGTH + 1, LENGTH + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 100, LENGTH})
    void namesTwoSwappedRowsHoweverFarApart(int other) {
        ChainLink first = at(1);
        set(1, renumbered(at(other), 1));
        set(other, renumbered(first, other));

        assertThat(check()).singleElement().satisfies(fault -> is(fault, Kind.SWAPPED, 1, other));
    }

    @Test
    void namesSeveralFaultsAtOnce() {
        set(10, with(at(10), 10, "{\"changed\":1}"));
        ChainLink fifty = at(50);
        set(50, renumbered(at(51), 50));
        set(51, renumbered(fifty, 51));
        chain.remove(149);

        assertThat(check())
                .extracting(ChainFault::kind, ChainFault::first, ChainFault::last)
                .containsExactly(
                        tuple(Kind.CHANGED, 10L, 10L), tuple(Kind.SWAPPED, 50L, 51L), tuple(Kind.DELETED, 150L, 150L));
    }

    @Test
    void stopsAtAHundredFaults() {
        for (int seq = 1; seq <= LENGTH; seq++) {
            set(seq, with(at(seq), seq, "{}"));
        }
        var check = new ChainCheck(TENANT, ChainEnd.START);
        int given = 1;
        while (check.add(chain.get(given - 1))) {
            given++;
        }

        assertThat(check.stopped()).hasSize(ChainCheck.MOST_FAULTS);
        assertThat(given).isLessThan(LENGTH);
    }

    private List<ChainFault> check() {
        var check = new ChainCheck(TENANT, ChainEnd.START);
        chain.forEach(check::add);
        return check.end(head);
    }

    private static void is(ChainFault fault, Kind kind, long first, long last) {
        assertThat(fault.kind()).as(fault.toString()).isEqualTo(kind);
        assertThat(List.of(fault.first(), fault.last())).as(fault.toString()).containsExactly(first, last);
    }

    private ChainLink at(int seq) {
        return chain.get(seq - 1);
    }

    private void set(int seq, ChainLink link) {
        chain.set(seq - 1, link);
    }

    private void renumber() {
        for (int i = 0; i < chain.size(); i++) {
            chain.set(i, renumbered(chain.get(i), i + 1));
        }
    }

    private static ChainLink renumbered(ChainLink link, long seq) {
        return with(link, seq, link.event().detail());
    }

    private static ChainLink with(ChainLink link, long seq, String detail) {
        var was = link.event();
        var event = new AuditEvent(seq, was.at(), was.actor(), was.action(), was.target(), detail);
        return new ChainLink(event, link.previous(), link.hash());
    }

    private static ChainLink hashed(ChainLink link) {
        return new ChainLink(link.event(), link.previous(), ChainHash.next(link.previous(), TENANT, link.event()));
    }

    private static ChainEnd end(List<ChainLink> links) {
        ChainLink last = links.get(links.size() - 1);
        return new ChainEnd(last.seq(), last.hash());
    }

    private static List<ChainLink> chain() {
        var links = new ArrayList<ChainLink>();
        byte[] previous = ChainEnd.START.hash();
        for (int seq = 1; seq <= LENGTH; seq++) {
            var event = new AuditEvent(
                    seq,
                    Instant.parse("2026-01-01T10:00:00Z").plusSeconds(seq),
                    "ann",
                    "mapping.created",
                    Optional.empty(),
                    "{\"n\":" + seq + "}");
            byte[] hash = ChainHash.next(previous, TENANT, event);
            links.add(new ChainLink(event, previous, hash));
            previous = hash;
        }
        return links;
    }
}
