package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {
    @Test
    void containsWhatItsRangesSay() {
        var ranges = AddressRanges.parse("10.1.0.0/16, 127.0.0.1,fd00::/8");

        assertThat(ranges.contain("10.1.255.3")).isTrue();
        assertThat(ranges.contain("127.0.0.1")).isTrue();
        assertThat(ranges.contain("fd12:0:0:0:0:0:0:1%eth0")).isTrue();
        assertThat(ranges.contain("10.2.0.1")).isFalse();
        assertThat(ranges.contain("127.0.0.2")).isFalse();
        assertThat(ranges.contain("fe80::1")).isFalse();
    }

    @Test
    void trustsNobodyWhenEmpty() {
        assertThat(AddressRanges.parse("").contain("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.firm.example", "10.0.0.0/33", "10.0.0", "10.0.0.1/x", "::1/200", "300.0.0.1"})
    void takesNoNamesAndNoNonsense(String text) {
        assertThat(AddressRanges.valid(text)).isFalse();
    }
}
