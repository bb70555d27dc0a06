package dev.usher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {
    @Test
    void dropsBlanksAroundAndComparesWithoutCase() {
        assertThat(new Label("  General Profile 1 ").text()).isEqualTo("General Profile 1");
        assertThat(new Label("GENERAL").key()).isEqualTo(new Label("general").key());
        assertThat(new Label("e\u0301").key()).isEqualTo(new Label("\u00e9").key());
    }

    @Test
    void takesAHundredCharactersAlsoBeyondTheBasicPlane() {
        assertThat(new Label("\ud83d\ude00".repeat(100)).key()).hasSize(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "\ud83d"})
    void refusesNamesThatNobodyCanRead(String text) {
        assertThatThrownBy(() -> new Label(text)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesMoreThanAHundredCharacters() {
        assertThatThrownBy(() -> new Label("x".repeat(101))).isInstanceOf(Problem.class);
    }
}
