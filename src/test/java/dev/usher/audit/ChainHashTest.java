package dev.usher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.tenant.TenantId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainHashTest {
    private static final byte[] SEED = new byte[32];
    private static final TenantId TENANT = new TenantId(7);
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00.123456Z");
    private static final UUID TARGET = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Test
    void isTheSameForTheSameEvent() {
        assertThat(hash(SEED, TENANT, 1, AT, "ann", "a.b", Optional.of(TARGET), "{}"))
                .isEqualTo(hash(SEED, TENANT, 1, AT, "ann", "a.b", Optional.of(TARGET), "{}"));
    }

    @Test
    void changesWithEveryPartOfTheEvent() {
        Set<String> hashes = Stream.of(
                        hash(SEED, TENANT, 1, AT, "ann", "a.b", Optional.of(TARGET), "{}"),
                        hash(new byte[33], TENANT, 1, AT, "ann", "a.b", Optional.of(TARGET), "{}"),
                        hash(SEED, new TenantId(8), 1, AT, "ann", "a.b", Optional.of(TARGET), "{}"),
                        hash(SEED, TENANT, 2, AT, "ann", "a.b", Optional.of(TARGET), "{}"),
                        hash(SEED, TENANT, 1, AT.plusNanos(1000), "ann", "a.b", Optional.of(TARGET), "{}"),
                        hash(SEED, TENANT, 1, AT, "anna", ".b", Optional.of(TARGET), "{}"),
                        hash(SEED, TENANT, 1, AT, "ann", "a.b{", Optional.of(TARGET), "}"),
                        hash(SEED, TENANT, 1, AT, "ann", "a.b", Optional.empty(), "{}"),
                        hash(SEED, TENANT, 1, AT, "ann", "a.b", Optional.of(TARGET), "{ }"))
                .collect(Collectors.toSet());

        assertThat(hashes).hasSize(9);
    }

    @Test
    void ignoresWhatTheColumnDoesNotKeep() {
        assertThat(hash(SEED, TENANT, 1, AT.plusNanos(999), "ann", "a.b", Optional.empty(), "{}"))
                .isEqualTo(hash(SEED, TENANT, 1, AT, "ann", "a.b", Optional.empty(), "{}"));
    }

    private static String hash(
            byte[] previous,
            TenantId tenant,
            long seq,
            Instant at,
            String actor,
            String action,
            Optional<UUID> target,
            String detail) {
        var event = new AuditEvent(seq, at, actor, action, target, detail);
        return HexFormat.of().formatHex(ChainHash.next(previous, tenant, event));
    }
}
