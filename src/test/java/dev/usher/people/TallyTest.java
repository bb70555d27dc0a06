package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void goesOnWhereItWasWritten() {
        Tally tally = Tally.of(JsonValue.EMPTY_JSON_OBJECT)
                .past(new UUID(1, 1))
                .walkedTo(Instant.EPOCH)
                .past(new UUID(1, 2), "MOVED")
                .past(new UUID(1, 3), "MOVED");

        assertThat(Tally.of(tally.json())).isEqualTo(tally);
        assertThat(tally.seen()).isEqualTo(3);
        assertThat(tally.counts()).containsEntry("MOVED", 2L);
        assertThat(tally.after()).contains(new UUID(1, 3));
    }
}
