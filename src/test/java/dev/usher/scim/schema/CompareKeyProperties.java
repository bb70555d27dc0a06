package dev.usher.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Seed;
import dev.usher.scim.JsonParts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompareKeyProperties {
    private static final int CASES = 20_000;

    @Test
    void keysOfNumbersStandInTheOrderOfTheNumbers() {
        long seed = Seed.given();
        Random random = new Random(seed);
        Attribute decimal = Attribute.simple("n", AttributeType.DECIMAL);
        for (int each = 0; each < CASES; each++) {
            BigDecimal first = number(random);
            BigDecimal second = random.nextInt(10) == 0 ? first.setScale(first.scale() + 2) : number(random);

            byte[] one = CompareKey.of(decimal, JsonParts.number(first))
                    .orElseThrow()
                    .full();
            byte[] two = CompareKey.of(decimal, JsonParts.number(second))
                    .orElseThrow()
                    .full();

            assertThat(Integer.signum(Arrays.compareUnsigned(one, two)))
                    .as("seed %d: %s and %s", seed, first, second)
                    .isEqualTo(first.compareTo(second));
        }
    }

    @Test
    void keysOfMomentsStandInTheOrderOfTime() {
        long seed = Seed.given();
        Random random = new Random(seed);
        for (int each = 0; each < CASES; each++) {
            Instant first = instant(random);
            Instant second = instant(random);

            CompareKey one = key(first, random);
            CompareKey two = key(second, random);

            assertThat(Integer.signum(one.compareTo(two)))
                    .as("seed %d: %s and %s", seed, first, second)
                    .isEqualTo(Integer.signum(first.compareTo(second)));
        }
    }

    private static CompareKey key(Instant at, Random random) {
        String text = at.atOffset(ZoneOffset.ofHours(random.nextInt(20) - 10)).toString();
        return CompareKey.of(Attribute.simple("at", AttributeType.DATE_TIME), JsonParts.text(text))
                .orElseThrow();
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private static BigDecimal number(Random random) {
        BigInteger digits = new BigInteger(1 + random.nextInt(90), random);
        BigDecimal number = new BigDecimal(digits, random.nextInt(40) - 20);
        return random.nextBoolean() ? number : number.negate();
    }
}
