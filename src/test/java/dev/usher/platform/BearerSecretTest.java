package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class BearerSecretTest {
    @Test
    void readsBackWhatItMade() {
        var made = BearerSecret.create("ush_");

        var read = BearerSecret.parse("ush_", made.reveal());

        assertThat(read).isPresent();
        assertThat(read.get().sha256()).isEqualTo(made.sha256()).hasSize(32);
        assertThat(made.reveal()).matches("ush_[0-9A-Za-z]{49}");
    }

    @Test
    void knowsEveryMistypedCharacterWithoutTheDatabase() {
        String text = BearerSecret.create("ush_").reveal();

        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'x' ? 'y' : 'x';
            String mistyped = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(BearerSecret.parse("ush_", mistyped)).as(mistyped).isEmpty();
        }
    }

    @Test
    void knowsTwoExchangedCharacters() {
        String text = BearerSecret.create("ush_").reveal();

        for (int i = 4; i < text.length() - 1; i++) {
            if (text.charAt(i) != text.charAt(i + 1)) {
                String exchanged = text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
                assertThat(BearerSecret.parse("ush_", exchanged)).as(exchanged).isEmpty();
            }
        }
    }

    @Test
    void refusesWhatHasAnotherForm() {
        String text = BearerSecret.create("ush_").reveal();

        assertThat(BearerSecret.parse("ush_", "")).isEmpty();
        assertThat(BearerSecret.parse("ush_", text + "0")).isEmpty();
        assertThat(BearerSecret.parse("ush_", text.substring(1))).isEmpty();
        assertThat(BearerSecret.parse("usa_", text)).isEmpty();
        assertThat(BearerSecret.parse("ush_", "ush_" + "é".repeat(49))).isEmpty();
    }

    @Test
    void neverMakesTheSameTwiceNorShowsItByAccident() {
        var seen = new HashSet<String>();

        for (int i = 0; i < 1_000; i++) {
            var made = BearerSecret.create("ush_");
            assertThat(seen.add(made.reveal())).isTrue();
            assertThat(made.toString()).isEqualTo("ush_***");
            assertThat(made.reveal()).startsWith(made.hint());
        }
    }
}
