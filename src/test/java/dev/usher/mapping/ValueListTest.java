package dev.usher.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueListTest {
    @Test
    void dropsBlanksAroundValues() {
        assertThat(ValueList.parse("  Engineering ,Sales,\tLegal ")).containsExactly("Engineering", "Sales", "Legal");
    }

    @Test
    void keepsCommasInsideQuotes() {
        assertThat(ValueList.parse("\"Sales, EMEA\", Legal")).containsExactly("Sales, EMEA", "Legal");
    }

    @Test
    void readsTwoQuotesInsideQuotesAsOne() {
        assertThat(ValueList.parse("\"the \"\"A\"\" team\"")).containsExactly("the \"A\" team");
    }

    @Test
    void takesAQuoteInsideAPlainValueAsItself() {
        assertThat(ValueList.parse("27\" screen, 5'")).containsExactly("27\" screen", "5'");
    }

    @Test
    void leavesEmptyValuesOut() {
        assertThat(ValueList.parse(" , a,,\"\",\" \", b ,")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void takesBlanksBetweenAClosingQuoteAndTheComma() {
        assertThat(ValueList.parse("\"a\"  , \"b\"\t")).containsExactly("a", "b");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(ValueList.parse("")).isEmpty();
        assertThat(ValueList.parse("   ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "a, \"b", "\"a\" b, c", "\"a\"\"", "\""})
    void refusesBrokenQuoting(String text) {
        assertThatThrownBy(() -> ValueList.parse(text))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.extra()).containsEntry("field", "criteria.values"));
    }
}
