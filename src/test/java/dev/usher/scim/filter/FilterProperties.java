package dev.usher.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Seed;
import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilterProperties {
    private static final int CASES = 10_000;

    private static Filter parse(String text) {
        return FilterParser.parse(Samples.WITH_CUSTOM, ResourceType.USER, text, FilterLimits.USUAL);
    }

    @Test
    void whatIsPrintedParsesToTheSameFilter() {
        long seed = Seed.given();
        RandomFilters filters = new RandomFilters(seed);
        for (int each = 0; each < CASES; each++) {
            Filter filter = filters.filter(4);

            assertThat(parse(filter.toString())).as("seed %d: %s", seed, filter).isEqualTo(filter);
        }
    }

    @Test
    void logicHolds() {
        long seed = Seed.given();
        RandomFilters filters = new RandomFilters(seed);
        for (int each = 0; each < CASES; each++) {
            Filter one = filters.filter(2);
            Filter two = filters.filter(2);
            ScimResource user = filters.user();
            boolean first = FilterEvaluator.matches(one, user);
            boolean second = FilterEvaluator.matches(two, user);

            assertThat(FilterEvaluator.matches(new Filter.And(List.of(one, two)), user))
                    .as("seed %d: %s and %s on %s", seed, one, two, user)
                    .isEqualTo(first && second);
            assertThat(FilterEvaluator.matches(new Filter.Or(List.of(one, two)), user))
                    .as("seed %d: %s or %s on %s", seed, one, two, user)
                    .isEqualTo(first || second);
            assertThat(FilterEvaluator.matches(new Filter.Not(one), user))
                    .as("seed %d: not %s on %s", seed, one, user)
                    .isEqualTo(!first);
        }
    }

    @Test
    void equalAndGreaterAndLessAreConsistent() {
        long seed = Seed.given();
        RandomFilters filters = new RandomFilters(seed);
        for (int each = 0; each < CASES; each++) {
            Filter filter = filters.filter(0);
            ScimResource user = filters.user();
            if (!(filter instanceof Filter.Compare compare)
                    || !compare.operator().ordering()) {
                continue;
            }
            boolean ge = FilterEvaluator.matches(with(compare, Operator.GE), user);
            boolean gt = FilterEvaluator.matches(with(compare, Operator.GT), user);
            boolean eq = FilterEvaluator.matches(with(compare, Operator.EQ), user);
            boolean lt = FilterEvaluator.matches(with(compare, Operator.LT), user);
            boolean present = FilterEvaluator.matches(new Filter.Present(compare.path()), user);

            assertThat(ge).as("seed %d: %s on %s", seed, filter, user).isEqualTo(gt || eq);
            assertThat(present).as("seed %d: %s on %s", seed, filter, user).isEqualTo(gt || eq || lt);
        }
    }

    @Test
    void damagedFiltersAreRefusedAndNothingElse() {
        long seed = Seed.given();
        Random random = new Random(seed);
        RandomFilters filters = new RandomFilters(seed);
        String alphabet = "()[]\"\\.: aeqnot,0-\u0000é";
        for (int each = 0; each < CASES; each++) {
            StringBuilder text = new StringBuilder(filters.filter(3).toString());
            for (int hit = 0; hit <= random.nextInt(3); hit++) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                parse(text.toString());
            } catch (ScimException expected) {
                assertThat(expected.status()).as("seed %d: %s", seed, text).isEqualTo(400);
            }
        }
    }

    private static Filter with(Filter.Compare compare, Operator operator) {
        return new Filter.Compare(compare.path(), operator, compare.value());
    }
}
