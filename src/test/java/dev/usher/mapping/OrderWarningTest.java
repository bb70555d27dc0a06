package dev.usher.mapping;

import static dev.usher.mapping.Orders.attribute;
import static dev.usher.mapping.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.scim.resource.JsonText;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
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
    void comparesValuesAsMappingsDo() {
        var order = order(attribute("title", "Caf\u00e9"), attribute("title", "Cafe\u0301"), new AllUsers());

        assertThat(codes(order)).containsExactly(OrderWarning.UNREACHABLE);
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

    @Test
    void tellsOfAnAttributeThatNoSchemaHasYet() {
        SchemaRegistry standard = SchemaRegistry.standard();
        SchemaRegistry without = standard.with(ResourceType.USER, SchemaJson.custom(JsonText.trusted("""
                {"id":"urn:acme:Badge","name":"Badge","attributes":[{"name":"level"}]}""")));
        SchemaRegistry with = standard.with(ResourceType.USER, SchemaJson.custom(JsonText.trusted("""
                {"id":"urn:acme:Badge","name":"Badge","attributes":[{"name":"color"}]}""")));
        Mapping custom =
                order(attribute("urn:acme:Badge:color", "red")).mappings().get(0);

        OrderWarning warning = OrderWarning.unseen(standard, custom).orElseThrow();

        assertThat(warning.code()).isEqualTo(OrderWarning.NOT_SEEN);
        assertThat(warning.mapping()).contains(custom.id());
        assertThat(warning.text()).contains("urn:acme:Badge:color");
        assertThat(OrderWarning.unseen(without, custom)).isPresent();
        assertThat(OrderWarning.unseen(with, custom)).isEmpty();
    }

    @Test
    void hasSeenStandardAttributesAndAllUsers() {
        var order = order(attribute("department", "a"), new AllUsers());

        assertThat(order.mappings())
                .allSatisfy(mapping -> assertThat(OrderWarning.unseen(SchemaRegistry.standard(), mapping))
                        .isEmpty());
    }

    private static List<String> codes(MappingOrder order) {
        return OrderWarning.of(order).stream().map(OrderWarning::code).toList();
    }
}
