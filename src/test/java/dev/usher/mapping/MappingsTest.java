package dev.usher.mapping;

import static dev.usher.mapping.Orders.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.assignment.MappingId;
import dev.usher.catalog.Label;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.platform.Problem;
import dev.usher.platform.store.EntityUnit;
import dev.usher.scim.resource.JsonText;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MappingsTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private Mappings mappings;
    private Desk desk;

    @BeforeEach
    void makesATenant() {
        mappings = UNIT.bean(Mappings.class);
        desk = new Desk(UNIT);
    }

    @Test
    void asksANewMappingLast() {
        Mapping first = desk.create("Sales", attribute("department", "Sales"));
        Mapping second = desk.create("All", new AllUsers());

        assertThat(first.place()).isZero();
        assertThat(second.place()).isEqualTo(1);
        assertThat(desk.stored().mappings()).containsExactly(first, second);
        assertThat(first.profile()).isEqualTo(desk.profile());
        assertThat(first.region()).isEqualTo(desk.region());
        assertThat(first.quotaBytes()).hasValue(5);
        assertThat(first.sendActivationEmail()).isTrue();
        assertThat(first.version()).isEqualTo(1);
    }

    @Test
    void auditsACreationWithWhatWasMadeAndMovesTheOrdersVersion() {
        long before = desk.stored().version();

        Mapping made = desk.create("All", new AllUsers());

        assertThat(desk.stored().version()).isGreaterThan(before);
        assertThat(desk.lastAct().action()).isEqualTo("mapping.created");
        assertThat(desk.lastAct().actor()).isEqualTo("ann");
        assertThat(desk.lastAct().target()).contains(made.id().value());
        assertThat(detail("before")).isEqualTo("{}");
        assertThat(detail("after")).isEqualTo(MappingJson.of(made).toString());
    }

    @Test
    void putsANewMappingBehindTheLastOneAlsoAfterADeletion() {
        desk.create("A", attribute("title", "a"));
        Mapping middle = desk.create("B", attribute("title", "b"));
        desk.create("C", attribute("title", "c"));
        UNIT.transaction(() -> mappings.delete(desk.caller(), middle.id(), version -> true));

        Mapping late = desk.create("D", attribute("title", "d"));

        assertThat(late.place()).isEqualTo(3);
        assertThat(desk.stored().mappings()).extracting(Mapping::name).containsExactly("A", "C", "D");
    }

    @Test
    void refusesATakenNameInAnyCaseAndStoresNothing() {
        desk.create("Sales", new AllUsers());

        var problem = catchThrowableOfType(Problem.class, () -> desk.create("SALES", new AllUsers()));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("name-taken");
        assertThat(desk.stored().mappings()).hasSize(1);
    }

    @Test
    void refusesAProfileOrRegionThatIsNotTheTenants() {
        var noProfile = new MappingTerms(
                new Label("x"), new ProfileId(new UUID(9, 9)), desk.region().id(), OptionalLong.empty(), false);
        var noRegion = new MappingTerms(
                new Label("x"), desk.profile().id(), new RegionId(new UUID(9, 9)), OptionalLong.empty(), false);

        assertThat(fieldRefused(noProfile)).isEqualTo("assignment.profileId");
        assertThat(fieldRefused(noRegion)).isEqualTo("assignment.storageRegionId");
        assertThat(desk.stored().mappings()).isEmpty();
    }

    private Object fieldRefused(MappingTerms terms) {
        return catchThrowableOfType(
                        Problem.class,
                        () -> UNIT.transaction(() -> mappings.create(desk.caller(), new AllUsers(), terms)))
                .extra()
                .get("field");
    }

    @Test
    void changesNameAndAssignmentButNeitherCriteriaNorPlace() {
        Mapping before = desk.create("Sales", attribute("department", "Sales"));
        var other = desk.profile("Executive", false);

        Mapping after = UNIT.transaction(() -> mappings.change(
                desk.caller(),
                before.id(),
                version -> version == 1,
                terms -> new MappingTerms(
                        new Label("Sellers"), other.id(), terms.region(), OptionalLong.empty(), false)));

        assertThat(after)
                .isEqualTo(new Mapping(
                        before.id(),
                        "Sellers",
                        before.place(),
                        before.criteria(),
                        other,
                        before.region(),
                        OptionalLong.empty(),
                        false,
                        before.createdAt(),
                        2));
        assertThat(desk.stored().mappings()).containsExactly(after);
        assertThat(desk.lastAct().action()).isEqualTo("mapping.changed");
        assertThat(detail("before")).isEqualTo(MappingJson.of(before).toString());
        assertThat(detail("after")).isEqualTo(MappingJson.of(after).toString());
    }

    @Test
    void writesNothingForAChangeThatChangesNothing() {
        Mapping before = desk.create("Sales", new AllUsers());
        long order = desk.stored().version();
        int acts = desk.acts().size();

        Mapping after =
                UNIT.transaction(() -> mappings.change(desk.caller(), before.id(), version -> true, terms -> terms));

        assertThat(after).isEqualTo(before);
        assertThat(desk.stored().version()).isEqualTo(order);
        assertThat(desk.acts()).hasSize(acts);
    }

    @Test
    void refusesAChangeOfAnotherVersionOrOfAnUnknownMapping() {
        Mapping made = desk.create("Sales", new AllUsers());

        assertThat(status(() -> mappings.change(desk.caller(), made.id(), version -> version == 2, terms -> terms)))
                .isEqualTo(412);
        assertThat(status(() ->
                        mappings.change(desk.caller(), new MappingId(new UUID(9, 9)), version -> true, terms -> terms)))
                .isEqualTo(404);
        assertThat(status(() -> mappings.delete(desk.caller(), made.id(), version -> false)))
                .isEqualTo(412);
        assertThat(desk.stored().mappings()).containsExactly(made);
    }

    @Test
    void refusesARenameToATakenName() {
        desk.create("Sales", new AllUsers());
        Mapping other = desk.create("Legal", new AllUsers());

        var problem = catchThrowableOfType(
                Problem.class,
                () -> UNIT.transaction(() ->
                        mappings.change(desk.caller(), other.id(), version -> true, terms -> desk.terms("sales"))));

        assertThat(problem.code()).isEqualTo("name-taken");
    }

    @Test
    void seesNoMappingOfAnotherTenant() {
        Mapping foreign = new Desk(UNIT).create("Sales", new AllUsers());

        assertThat(status(() -> mappings.delete(desk.caller(), foreign.id(), version -> true)))
                .isEqualTo(404);
    }

    @Test
    void deletesWithWhatWasThere() {
        Mapping gone = desk.create("Sales", new AllUsers());

        UNIT.transaction(() -> mappings.delete(desk.caller(), gone.id(), version -> version == 1));

        assertThat(desk.stored().mappings()).isEmpty();
        assertThat(desk.lastAct().action()).isEqualTo("mapping.deleted");
        assertThat(desk.lastAct().target()).contains(gone.id().value());
        assertThat(detail("before")).isEqualTo(MappingJson.of(gone).toString());
        assertThat(detail("after")).isEqualTo("{}");
    }

    @Test
    void savesTheOrderWhole() {
        Mapping a = desk.create("A", attribute("title", "a"));
        Mapping b = desk.create("B", attribute("title", "b"));
        long version = desk.stored().version();

        MappingOrder after = UNIT.transaction(
                () -> mappings.reorder(desk.caller(), seen -> seen == version, List.of(b.id(), a.id())));

        assertThat(after.mappings()).extracting(Mapping::name).containsExactly("B", "A");
        assertThat(after.version()).isGreaterThan(version);
        assertThat(desk.stored().mappings()).isEqualTo(after.mappings());
        assertThat(desk.lastAct().action()).isEqualTo("mapping.order-changed");
        assertThat(detail("before")).isEqualTo(order(a, b));
        assertThat(detail("after")).isEqualTo(order(b, a));
    }

    @Test
    void refusesAStaleOrderAndOneThatIsNoPermutation() {
        Mapping a = desk.create("A", attribute("title", "a"));
        desk.create("B", attribute("title", "b"));
        long version = desk.stored().version();

        assertThat(status(() -> mappings.reorder(desk.caller(), seen -> seen != version, List.of(a.id()))))
                .isEqualTo(412);
        assertThat(status(() -> mappings.reorder(desk.caller(), seen -> true, List.of(a.id()))))
                .isEqualTo(409);
        assertThat(desk.stored().mappings()).extracting(Mapping::name).containsExactly("A", "B");
        assertThat(desk.stored().version()).isEqualTo(version);
    }

    @Test
    void keepsAtMostAThousand() {
        UNIT.transaction(() -> {
            for (int i = 0; i < Mappings.MOST; i++) {
                mappings.create(desk.caller(), new AllUsers(), desk.terms("m" + i));
            }
        });

        var problem = catchThrowableOfType(Problem.class, () -> desk.create("one more", new AllUsers()));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("too-many");
    }

    @Test
    void remembersTheOrderUntilItsVersionMoves() {
        desk.create("A", new AllUsers());
        MappingOrder known = mappings.order(desk.caller());

        MappingOrder again = mappings.order(desk.caller());
        desk.create("B", new AllUsers());
        MappingOrder fresh = mappings.order(desk.caller());

        assertThat(again).isSameAs(known);
        assertThat(known.mappings()).hasSize(1);
        assertThat(fresh.mappings()).hasSize(2);
        assertThat(mappings.current(desk.tenant()).mappings()).isEqualTo(fresh.mappings());
    }

    private int status(Runnable act) {
        return catchThrowableOfType(Problem.class, () -> UNIT.transaction(act)).status();
    }

    private String detail(String side) {
        return JsonText.trusted(desk.lastAct().detail()).getJsonObject(side).toString();
    }

    private static String order(Mapping... mappings) {
        return MappingJson.order(List.of(mappings)).toString();
    }
}
