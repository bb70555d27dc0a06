package dev.usher.mapping;

import static dev.usher.mapping.Orders.attribute;
import static dev.usher.mapping.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderWarningTest {
    @Test
    void saysNothingAboutAnOrderThatEndsWithAllUsers() {
        assertThat(OrderWarning.of(order(attribute("department", "a"), attribute("department", "b"), new AllUsers())))
                .isEmpty();
    }

    @Test
    void missesTheMappingForAllUsers() {
        assertThat(codes(order(attribute("department", "a")))).containsExactly(OrderWarning.NO_DEFAULT);
        assertThat(codes(order())).containsExactly(OrderWarning.NO_DEFAULT);
    }

    @Test
    void namesMappingsBehindAllUsers() {
        var order = order(new AllUsers(), attribute("department", "a"), new AllUsers());

        assertThat(codes(order)).containsExactly(OrderWarning.UNREACHABLE, OrderWarning.UNREACHABLE);
        assertThat(OrderWarning.of(order).get(0).mapping())
                .contains(order.mappings().get(1).id());
    }

    @Test
    void namesAMappingWhoseValuesAreTakenByEarlierOnesTogether() {
        var order = order(
                attribute("department", "a", "b"),
                attribute("title", "x"),
                attribute("department", "c"),
                attribute("DEPARTMENT", "b", "c"),
                attribute("title", "x", "y"),
                new AllUsers());

        assertThat(OrderWarning.of(order)).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(OrderWarning.UNREACHABLE);
            assertThat(warning.mapping()).contains(order.mappings().get(3).id());
        });
    }

    private static List<String> codes(MappingOrder order) {
        return OrderWarning.of(order).stream().map(OrderWarning::code).toList();
    }
}
