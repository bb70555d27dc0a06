package dev.usher.people;

import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.people.Joining.Joiners;
import dev.usher.people.store.GroupRow;
import dev.usher.people.store.GroupRows;
import dev.usher.people.store.Memberships;
import dev.usher.platform.store.EntityUnit;
import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.patch.MemberEdits;
import dev.usher.scim.patch.PatchPlan;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MemberBookTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private final Company company = new Company(UNIT);
    private final MemberBook book = UNIT.bean(MemberBook.class);
    private final Memberships memberships = UNIT.bean(Memberships.class);

    @Test
    void emptiesAGroupWithoutAListOfWhoWasInIt() {
        GroupRow group = group(3);
        UUID inner = UUID.randomUUID();
        memberships.add(
                Memberships.Kind.USERS, company.tenant(), group.id(), Set.of(UUID.randomUUID(), UUID.randomUUID()));
        memberships.add(Memberships.Kind.GROUPS, company.tenant(), group.id(), Set.of(inner));

        MemberDelta wanted = delta(group, "{'op':'remove','path':'members'}");
        assertThat(ids(group, Memberships.Kind.USERS)).hasSize(2); // for the request may still be refused
        MemberDelta gone = book.write(company.tenant(), group.id(), wanted);
        MemberDelta again = book.replacement(company.tenant(), group.id(), nobody(group(0)));

        assertThat(wanted.out()).isEqualTo(3);
        assertThat(gone).isEqualTo(MemberDelta.emptied(2, 1));
        assertThat(gone.out()).isEqualTo(3);
        assertThat(gone.nests()).isTrue();
        assertThat(memberships.page(company.tenant(), group.id(), Optional.empty(), 10))
                .isEmpty();
        assertThat(again.empty()).isTrue();
    }

    @Test
    void replacesAHugeGroupWithoutAListOfWhoLeavesIt() {
        GroupRow group = group(2 * Memberships.CHUNK + 2);
        List<UUID> users = Stream.generate(UUID::randomUUID)
                .limit(2 * Memberships.CHUNK + 1)
                .toList();
        memberships.add(Memberships.Kind.USERS, company.tenant(), group.id(), users);
        memberships.add(Memberships.Kind.GROUPS, company.tenant(), group.id(), Set.of(UUID.randomUUID()));
        Set<UUID> wanted = Set.of(users.get(0), users.get(Memberships.CHUNK), UUID.randomUUID());
        UUID inner = UUID.randomUUID();
        var joiners = new Joiners(wanted, Set.of(inner), Optional.of(group));

        MemberDelta delta = book.replacement(company.tenant(), group.id(), joiners);
        MemberDelta done = book.write(company.tenant(), group.id(), delta);
        MemberDelta again = book.replacement(company.tenant(), group.id(), joiners);

        assertThat(delta.usersOut()).isEmpty();
        assertThat(delta.in()).isEqualTo(2);
        assertThat(delta.out()).isEqualTo(2 * Memberships.CHUNK);
        assertThat(done).isEqualTo(delta);
        assertThat(done.nests()).isTrue();
        assertThat(ids(group, Memberships.Kind.USERS)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(ids(group, Memberships.Kind.GROUPS)).containsExactly(inner);
        assertThat(again.empty()).isTrue();
    }

    @Test
    void listsWhoLeavesAGroupThatIsNoneSoLarge() {
        GroupRow group = group(Memberships.CHUNK + 1);
        List<UUID> users =
                Stream.generate(UUID::randomUUID).limit(Memberships.CHUNK + 1).toList();
        memberships.add(Memberships.Kind.USERS, company.tenant(), group.id(), users);
        var joiners = new Joiners(Set.of(users.get(0)), Set.of(), Optional.of(group));

        MemberDelta delta = book.replacement(company.tenant(), group.id(), joiners);
        book.write(company.tenant(), group.id(), delta);

        assertThat(delta.usersOut()).hasSize(Memberships.CHUNK).doesNotContain(users.get(0));
        assertThat(delta.out()).isEqualTo(Memberships.CHUNK);
        assertThat(ids(group, Memberships.Kind.USERS)).containsExactly(users.get(0));
    }

    /** The head says how many there are; here it says so of members who are not there, so that a look would refuse nothing. */
    @Test
    void readsNoGroupThatIsTooLargeToBePickedFrom() {
        String picked = "{'op':'remove','path':'members[type eq \\\"Group\\\" or display eq \\\"x\\\"]'}";

        refused(ScimType.TOO_MANY, () -> delta(group(500_001), picked));
        refused(
                ScimType.TOO_MANY,
                () -> delta(
                        group(600_000),
                        "{'op':'replace','path':'members[display eq \\\"x\\\"]','value':{'value':'%s'}}"
                                .formatted(UUID.randomUUID())));
        refused(ScimType.TOO_MANY, () -> delta(group(1_000_001), "{'op':'remove','path':'members'}," + picked));
        assertThat(delta(group(500_000), picked).empty()).isTrue();
    }

    private GroupRow group(long members) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID id = UUID.randomUUID();
        GroupRow row = GroupRow.born(
                id, Caller.FIRST_CONNECTION, Samples.group("{'displayName':'%s'}".formatted(id)), members, now);
        UNIT.bean(GroupRows.class).insert(company.tenant(), row);
        return row;
    }

    private Set<UUID> ids(GroupRow group, Memberships.Kind kind) {
        var ids = new HashSet<UUID>();
        memberships.walk(kind, company.tenant(), group.id(), ids::addAll);
        return ids;
    }

    private static Joiners nobody(GroupRow group) {
        return new Joiners(Set.of(), Set.of(), Optional.of(group));
    }

    private MemberDelta delta(GroupRow group, String operations) {
        WriteContext context = UNIT.bean(JobContexts.class).of(company.caller(Caller.Kind.IDP));
        var request = PatchRequest.read(
                Samples.json("{'schemas':['%s'],'Operations':[%s]}".formatted(PatchRequest.SCHEMA, operations)));
        MemberEdits edits = PatchPlan.of(context.registry(), ResourceType.GROUP, request, context.filters())
                .members();
        return book.delta(context, group.id(), edits, nobody(group));
    }
}
