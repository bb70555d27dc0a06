package dev.usher.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.catalog.Label;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.platform.Problem;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What criteria and terms hold at most. */
class AttributeCriteriaTest {
    @Test
    void dropsBlanksAndRepetitions() {
        assertThat(criteria(List.of(" a ", "a", "", " ", "A")).values()).containsExactly("a", "A");
    }

    @Test
    void needsAValue() {
        assertThat(refusedField(List.of("", " "))).isEqualTo("criteria.values");
    }

    @Test
    void takesValuesUpToAThousandCharacters() {
        String longest = "x".repeat(AttributeCriteria.LONGEST_VALUE);

        assertThat(criteria(List.of(" " + longest + " ")).values()).containsExactly(longest);
        assertThat(refusedField(List.of(longest + "x"))).isEqualTo("criteria.values");
    }

    @Test
    void takesAThousandValues() {
        List<String> most = IntStream.range(0, AttributeCriteria.MOST_VALUES)
                .mapToObj(Integer::toString)
                .toList();
        List<String> more = IntStream.range(0, AttributeCriteria.MOST_VALUES + 1)
                .mapToObj(Integer::toString)
                .toList();

        assertThat(criteria(most).values()).hasSize(AttributeCriteria.MOST_VALUES);
        assertThat(refusedField(more)).isEqualTo("criteria.values");
    }

    @Test
    void takesAHundredThousandCharactersInAll() {
        List<String> most = IntStream.range(0, 100)
                .mapToObj(i -> "%04d".formatted(i) + "x".repeat(996))
                .toList();
        List<String> more = IntStream.range(0, 101)
                .mapToObj(i -> "%04d".formatted(i) + "x".repeat(996))
                .toList();

        assertThat(criteria(most).values()).hasSize(100);
        assertThat(refusedField(more)).isEqualTo("criteria.values");
    }

    @Test
    void countsARepeatedValueOnce() {
        List<String> twice = IntStream.range(0, 200)
                .mapToObj(i -> "%04d".formatted(i % 100) + "x".repeat(996))
                .toList();

        assertThat(criteria(twice).values()).hasSize(100);
    }

    @Test
    void takesAPathUpToSixHundredCharacters() {
        String longest = "a".repeat(600);

        assertThat(new AttributeCriteria(longest, longest, List.of("x")).path()).isEqualTo(longest);
        assertThat(field(() -> new AttributeCriteria(longest + "a", "a", List.of("x"))))
                .isEqualTo("criteria.attribute");
        assertThat(field(() -> new AttributeCriteria("a", longest + "a", List.of("x"))))
                .isEqualTo("criteria.attribute");
    }

    @Test
    void givesAtLeastOneByteOfQuota() {
        assertThat(terms(OptionalLong.of(1)).quotaBytes()).hasValue(1);
        assertThat(terms(OptionalLong.empty()).quotaBytes()).isEmpty();
        assertThat(field(() -> terms(OptionalLong.of(0)))).isEqualTo("assignment.quotaBytes");
    }

    private static MappingTerms terms(OptionalLong quota) {
        return new MappingTerms(
                new Label("x"), new ProfileId(new UUID(1, 1)), new RegionId(new UUID(1, 2)), quota, false);
    }

    private static AttributeCriteria criteria(List<String> values) {
        return new AttributeCriteria("title", "title", values);
    }

    private static Object refusedField(List<String> values) {
        return field(() -> criteria(values));
    }

    private static Object field(Runnable act) {
        return catchThrowableOfType(Problem.class, act::run).extra().get("field");
    }
}
