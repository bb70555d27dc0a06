package dev.usher.scim.schema;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as text whose byte order is the numbers' order, equal numbers as equal text: a sign, the exponent, the digits;
 * for negative numbers the nine's complement and an end mark above every digit.
 */
final class OrderedNumber {
    private static final int BIAS = 50_000;

    private OrderedNumber() {}

    static Optional<String> text(BigDecimal number) {
        if (number.signum() == 0) {
            return Optional.of("1");
        }
        long exponent = (long) number.precision() - number.scale();
        if (Math.abs(exponent) >= BIAS) {
            return Optional.empty();
        }
        String digits = number.unscaledValue().abs().toString();
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        String magnitude = Long.toString(BIAS + exponent + 100_000).substring(1) + digits.substring(0, end);
        return Optional.of(number.signum() > 0 ? "2" + magnitude : "0" + complement(magnitude) + "~");
    }

    private static String complement(String digits) {
        StringBuilder text = new StringBuilder(digits.length());
        for (int at = 0; at < digits.length(); at++) {
            text.append((char) ('0' + '9' - digits.charAt(at)));
        }
        return text.toString();
    }
}
