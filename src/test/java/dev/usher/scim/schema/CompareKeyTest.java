package dev.usher.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.JsonParts;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CompareKeyTest {
    private static CompareKey date(String text) {
        return CompareKey.of(Attribute.simple("at", AttributeType.DATE_TIME), JsonParts.text(text))
                .orElseThrow();
    }

    private static CompareKey number(String text) {
        return CompareKey.of(Attribute.simple("n", AttributeType.DECIMAL), JsonParts.number(new BigDecimal(text)))
                .orElseThrow();
    }

    @Test
    @Rfc("7643 §2.2")
    void forgetsCaseOnlyWhereTheSchemaSaysSo() {
        assertThat(CompareKey.text("ÄLICE", false)).isEqualTo(CompareKey.text("älice", false));
        assertThat(CompareKey.text("Alice", true)).isNotEqualTo(CompareKey.text("alice", true));
    }

    @Test
    void takesComposedAndDecomposedLettersForOne() {
        assertThat(CompareKey.text("e\u0301", true)).isEqualTo(CompareKey.text("\u00e9", true));
        assertThat(CompareKey.text("ΟΔΟΣ", false)).isEqualTo(CompareKey.text("οδος", false));
        assertThat(CompareKey.text("ΟΔΟΣ 1", false).startsWith(CompareKey.text("οδοσ", false)))
                .isTrue();
    }

    @Test
    void doesNotConfuseTheTurkishLetters() {
        assertThat(CompareKey.text("İlker", false)).isNotEqualTo(CompareKey.text("ilker", false));
        assertThat(CompareKey.text("ILKER", false)).isEqualTo(CompareKey.text("ilker", false));
    }

    @Test
    void hashesTheEndOfLongTexts() {
        CompareKey first = CompareKey.text("x".repeat(300) + "a", true);
        CompareKey second = CompareKey.text("x".repeat(300) + "b", true);

        assertThat(first.shortened()).isTrue();
        assertThat(first.bytes()).hasSize(255).isNotEqualTo(second.bytes());
        assertThat(new String(first.bytes(), 0, 223, StandardCharsets.UTF_8)).isEqualTo("x".repeat(223));
        assertThat(first).isLessThan(second);
        assertThat(CompareKey.text("x".repeat(255), true).shortened()).isFalse();
    }

    @Test
    @Rfc("7643 §2.3.5")
    void comparesMomentsWhateverTheirOffset() {
        assertThat(date("2026-01-01T12:00:00+02:00")).isEqualTo(date("2026-01-01T10:00:00Z"));
        assertThat(date("2026-01-01T10:00:00.1Z")).isGreaterThan(date("2026-01-01T10:00:00Z"));
        assertThat(DateTimes.instant("yesterday")).isEmpty();
        assertThat(DateTimes.instant("2026-13-01T00:00:00Z")).isEmpty();
        assertThat(DateTimes.instant("+999999-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void ordersNumbers() {
        assertThat(number("1.0")).isEqualTo(number("1"));
        assertThat(number("1e2")).isEqualTo(number("100"));
        assertThat(number("9")).isLessThan(number("10"));
        assertThat(number("-9")).isGreaterThan(number("-10"));
        assertThat(number("-0.5")).isLessThan(number("0"));
        assertThat(number("0.05")).isLessThan(number("0.5"));
        assertThat(number("-12")).isGreaterThan(number("-12.3"));
    }

    @Test
    void hasNoKeyForWhatDoesNotFit() {
        assertThat(CompareKey.of(Attribute.simple("b", AttributeType.BOOLEAN), JsonParts.text("true")))
                .isEmpty();
        assertThat(CompareKey.of(Attribute.simple("s", AttributeType.STRING), JsonValue.TRUE))
                .isEmpty();
        assertThat(CompareKey.of(
                        Attribute.simple("n", AttributeType.INTEGER), JsonParts.number(new BigDecimal("1e60000"))))
                .isEmpty();
    }
}
