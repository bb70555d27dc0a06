package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Traffic traffic = new Traffic(Level.TRACE);

    @AfterEach
    void leave() {
        Visit.leave();
    }

    @Test
    void keepsAnIdAndATraceOfHarmlessForm() {
        var visit = begin("req-1.2:3", TRACE);

        assertThat(visit.requestId()).isEqualTo("req-1.2:3");
        assertThat(visit.traceParent()).contains(TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice@firm.example", "a b", "x\ny", "\"", "<x>"})
    void makesAnIdWhereTheGivenOneCouldDoHarm(String given) {
        assertThat(begin(given, "00-xyz").requestId()).matches("[0-9a-f-]{36}");
        assertThat(begin(given, "00-xyz").traceParent()).isEmpty();
    }

    @Test
    void isCountedOnceAndLeavesItsThread() {
        var visit = begin("a", TRACE);
        visit.of(3);

        traffic.ended(visit, 429);
        traffic.ended(visit, 200);

        assertThat(traffic.all().requests()).isEqualTo(1);
        assertThat(traffic.all().refusals()).isEqualTo(1);
        assertThat(traffic.tenant(3).throttled()).isEqualTo(1);
        assertThat(traffic.lane(Route.USERS_LIST).times().count()).isEqualTo(1);
        assertThat(Visit.current()).isEmpty();
    }

    @Test
    void countsTenantsBeyondTheLimitTogether() {
        for (int tenant = 0; tenant < Traffic.MOST_TENANTS + 5; tenant++) {
            var visit = begin("a", TRACE);
            visit.of(tenant);
            traffic.ended(visit, 500);
        }

        assertThat(traffic.tenant(0).failures()).isEqualTo(1);
        assertThat(traffic.tenant(Traffic.MOST_TENANTS).requests()).isZero();
        assertThat(traffic.tenant(Traffic.OTHER_TENANTS).failures()).isEqualTo(5);
    }

    private static Visit begin(String id, String trace) {
        return Visit.begin("GET", "/scim/v2/Users", Optional.of(id), Optional.of(trace));
    }
}
