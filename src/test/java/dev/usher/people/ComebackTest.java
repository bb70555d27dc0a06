package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComebackTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OPAQUE = "00u1a2b3c4d5e6f7g8h9";
    private static final UUID SOMEBODY = new UUID(1, 1);
    private static final UUID ANOTHER = new UUID(2, 2);

    @Test
    void restoresTheOneVisiblePreservedUserWhateverTheExternalIdLooksLike() {
        var candidate = visible(SOMEBODY, false);

        assertThat(Comeback.of(List.of(candidate), "alice", NOW).restored()).contains(SOMEBODY);
    }

    @Test
    void makesAnotherUserBesideAnActiveOne() {
        assertThat(Comeback.of(List.of(visible(SOMEBODY, true)), OPAQUE, NOW).restored())
                .isEmpty();
    }

    @Test
    void restoresNobodyWhenTwoCouldBeMeant() {
        var candidates = List.of(visible(SOMEBODY, false), visible(ANOTHER, false));

        assertThat(Comeback.of(candidates, OPAQUE, NOW).restored()).isEmpty();
    }

    @Test
    void restoresADeletedUserByAnOpaqueExternalIdHoweverLongAgo() {
        var candidate = deleted(SOMEBODY, true, false, Duration.ofDays(900));

        assertThat(Comeback.of(List.of(candidate), OPAQUE, NOW).restored()).contains(SOMEBODY);
    }

    @Test
    void restoresADeletedUserByAPlainExternalIdOnlyWithTheSameNameWithinThirtyDays() {
        var inTime = deleted(SOMEBODY, true, true, Duration.ofDays(29));
        var tooLate = deleted(SOMEBODY, true, true, Duration.ofDays(31));
        var otherName = deleted(SOMEBODY, true, false, Duration.ofDays(1));

        assertThat(Comeback.of(List.of(inTime), "4711", NOW).restored()).contains(SOMEBODY);
        assertThat(Comeback.of(List.of(tooLate), "4711", NOW).possible()).containsExactly(SOMEBODY);
        assertThat(Comeback.of(List.of(otherName), "4711", NOW).possible()).containsExactly(SOMEBODY);
    }

    @Test
    void neverRestoresByNameAlone() {
        var candidate = deleted(SOMEBODY, false, true, Duration.ofMinutes(1));

        Comeback comeback = Comeback.of(List.of(candidate), "", NOW);

        assertThat(comeback.restored()).isEmpty();
        assertThat(comeback.possible()).containsExactly(SOMEBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3f0f4f0e-9c7a-4d55-8c11-0a51a6a0c001",
                "3F0F4F0E9C7A4D558C110A51A6A0C001",
                "{3f0f4f0e-9c7a-4d55-8c11-0a51a6a0c001}",
                "00u1a2b3c4d5e6f7g8h9",
                "Pw9PDpx6TVWMEQpRpqDAAQ==",
                "Pw9PDpx6TVWMEQpRpqDAAQ"
            })
    void takesAnIdThatNobodyChoseForOpaque(String externalId) {
        assertThat(Comeback.opaque(externalId)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4711",
                "alice@acme.com",
                "00u1a2b3c4d5e6f7g8",
                "00x1a2b3c4d5e6f7g8h9",
                "annemarie-johnson-long",
                "christophermontgomeryg",
                "Pw9PDpx6TVWMEQpRpqDAAR==",
                "3f0f4f0e-9c7a-4d55-8c11-0a51a6a0c00"
            })
    void takesAnIdThatSomebodyMayHaveChosenForPlain(String externalId) {
        assertThat(Comeback.opaque(externalId)).isFalse();
    }

    private static Comeback.Candidate visible(UUID id, boolean active) {
        return new Comeback.Candidate(id, true, active, true, false, NOW);
    }

    private static Comeback.Candidate deleted(UUID id, boolean sameExternalId, boolean sameName, Duration ago) {
        return new Comeback.Candidate(id, false, false, sameExternalId, sameName, NOW.minus(ago));
    }
}
