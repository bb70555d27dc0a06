package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import dev.usher.scim.filter.FilterLimits;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueriesTest {
    @Test
    void takesTheLimitsOfFiltersFromTheSettings() {
        assertThat(Queries.limits(Settings.with(Map.of()))).isEqualTo(FilterLimits.USUAL);
        assertThat(Queries.limits(Settings.with(Map.of(
                        Setting.FILTER_MAX_CHARACTERS, "100",
                        Setting.FILTER_MAX_DEPTH, "3",
                        Setting.FILTER_MAX_TERMS, "7"))))
                .isEqualTo(new FilterLimits(100, 3, 7));
    }
}
