package dev.usher.people;

import static dev.usher.scim.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.mapping.AllUsers;
import dev.usher.mapping.AttributeCriteria;
import dev.usher.notification.Topic;
import dev.usher.platform.store.EntityUnit;
import dev.usher.scim.Samples;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.TenantChange;
import dev.usher.tenant.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What identity providers' writes do to a user's rows, and what is told of them. */
class UserWritesTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private static final String SUSPENDED = "{'userName':'ann','externalId':'4711','active':false}";
    private static final int NEVER_WAIT = 20;

    private final Company company = new Company(UNIT);

    @Test
    void speaksOfNoWaveWhereTheDataLockKeepsTheSeat() {
        company.take("Vault", new AllUsers(), true);
        UUID id = post("{'userName':'ann'}").resource().id();

        patch(id, "active", "false");
        patch(id, "title", "'Chief'");

        assertThat(events(id))
                .containsExactly(
                        "USER_CREATED ACCEPTED ", "USER_PATCHED CONFLICT data-locked", "USER_PATCHED ACCEPTED ");
    }

    @Test
    void speaksOfAWaveAtTheDeactivationThatWaits() {
        company.takeEverybody();
        List<UUID> users = IntStream.rangeClosed(0, NEVER_WAIT)
                .mapToObj(i ->
                        post("{'userName':'user%d'}".formatted(i)).resource().id())
                .toList();
        UUID last = users.get(NEVER_WAIT);

        users.forEach(id -> patch(id, "active", "false"));
        patch(last, "title", "'Chief'");

        assertThat(events(last))
                .containsExactly(
                        "USER_CREATED ACCEPTED ", "USER_PATCHED ACCEPTED mass-deactivation", "USER_PATCHED ACCEPTED ");
    }

    /** Another mapping would take whoever is active; an identity provider assigns somebody again by a POST. */
    @Test
    void movesNobodyByAPostThatChangesActiveAlone() {
        company.take("Here", new AttributeCriteria("active", "active", List.of("true")), false);
        company.takeEverybody();
        var automatic = new TenantChange(Optional.empty(), Optional.empty(), Optional.of(Reclassify.AUTOMATIC));
        UNIT.transaction(() -> UNIT.bean(Tenants.class).change(company.tenant(), automatic));
        UUID id = post(SUSPENDED).resource().id();

        Change back = post("{'userName':'ann','externalId':'4711'}");

        assertThat(back.result()).isEqualTo(Change.Result.RESTORED);
        assertThat(back.resource().id()).isEqualTo(id);
        assertThat(events(id)).containsExactly("USER_CREATED ACCEPTED ", "USER_RESTORED ACCEPTED ");
    }

    @Test
    void changesNothingByAPostThatLeavesAPreservedUserAsItIs() {
        company.takeEverybody();
        UUID id = post(SUSPENDED).resource().id();

        post(SUSPENDED);
        Change again = post(SUSPENDED);

        assertThat(again.result()).isEqualTo(Change.Result.UNCHANGED);
        assertThat(again.resource().id()).isEqualTo(id);
        assertThat(again.resource().version()).isEqualTo(1);
        assertThat(events(id)).containsExactly("USER_CREATED ACCEPTED ", "USER_REPLACED NO_CHANGE ");
        assertThat(topics(id)).containsExactly(Topic.USER_CREATED);
    }

    @Test
    void tellsOfAChangeWhereAPostLeavesSomebodyPreserved() {
        company.takeEverybody();
        UUID id = post(SUSPENDED).resource().id();

        Change changed = post("{'userName':'ann','externalId':'4711','title':'Chief','active':false}");

        assertThat(changed.result()).isEqualTo(Change.Result.REPLACED);
        assertThat(changed.resource().version()).isEqualTo(2);
        assertThat(events(id)).containsExactly("USER_CREATED ACCEPTED ", "USER_REPLACED ACCEPTED ");
        assertThat(topics(id)).containsExactly(Topic.USER_CREATED, Topic.USER_CHANGED);
    }

    /** Made ahead of the first day, and deleted before it. */
    @Test
    void bringsBackByNameWhomItDeletedLatelyHoweverLongAgoItMadeThem() {
        company.takeEverybody();
        UUID id = post(SUSPENDED).resource().id();
        pass(60);
        delete(id);

        pass(29);
        Change back = post(SUSPENDED);
        delete(id);
        pass(31);
        Change another = post(SUSPENDED);

        assertThat(back.resource().id()).isEqualTo(id);
        assertThat(another.result()).isEqualTo(Change.Result.CREATED);
    }

    /** The client must see what did not match; the log is read by more people and for longer. */
    @Test
    void masksInTheLogWhatTheRefusalQuotes() {
        company.take("Boss", new AttributeCriteria("userName", "userName", List.of("ceo@acme.com")), false);
        company.take("Chiefs", new AttributeCriteria("title", "title", List.of("Chief")), false);
        String alice = "{'userName':'alice@acme.com','title':'VP'}";

        String told = UNIT.transaction(() -> refusal(() -> create(alice)).detail());

        assertThat(told).contains("userName is \"alice@acme.com\"; title is \"VP\"");
        assertThat(reasons()).containsExactly(told.replace("alice@", "a•••@"));
    }

    @Test
    void masksInTheLogWhatAPathPicksBy() {
        company.takeEverybody();
        UUID id = post("{'userName':'ann'}").resource().id();

        String told = UNIT.transaction(
                () -> refusal(() -> replace(id, "emails[value sw \\\"alice@acme.com\\\"].display", "'x'"))
                        .detail());

        assertThat(told).contains("emails[value sw \"alice@acme.com\"].display");
        assertThat(reasons()).containsExactly(told.replace("alice@", "a•••@"));
    }

    private Change post(String user) {
        return UNIT.transaction(() -> create(user));
    }

    private Change create(String user) {
        var incoming = new ResourceReader(Samples.REGISTRY).read(ResourceType.USER, Samples.json(user));
        return UNIT.bean(Provisioning.class).createUser(idp(), incoming, Parts.ALL);
    }

    private void patch(UUID id, String path, String value) {
        UNIT.transaction(() -> replace(id, path, value));
    }

    private Change replace(UUID id, String path, String value) {
        PatchRequest request = PatchRequest.read(
                Samples.json("{'schemas':['%s'],'Operations':[{'op':'replace','path':'%s','value':%s}]}"
                        .formatted(PatchRequest.SCHEMA, path, value)));
        return UNIT.bean(Provisioning.class).patchUser(idp(), new UserId(id), request, Precondition.none(), Parts.NONE);
    }

    private void delete(UUID id) {
        UNIT.transaction(() -> UNIT.bean(Provisioning.class).deleteUser(idp(), new UserId(id), Precondition.none()));
    }

    /** Makes everything so many days older. */
    private void pass(int days) {
        UNIT.database()
                .update(
                        "UPDATE account SET state_at=TIMESTAMPADD(DAY, ?, state_at), created_at=TIMESTAMPADD(DAY, ?, created_at),"
                                + " modified_at=TIMESTAMPADD(DAY, ?, modified_at) WHERE tenant_no=?",
                        -days,
                        -days,
                        -days,
                        company.tenant().number());
    }

    private List<Topic> topics(UUID id) {
        return UNIT.database()
                .query(
                        "SELECT topic FROM outbox WHERE tenant_no=? AND subject_id=? ORDER BY id",
                        row -> row.constant(1, Topic.class),
                        company.tenant().number(),
                        id);
    }

    private List<String> reasons() {
        return UNIT
                .database()
                .query(
                        "SELECT detail FROM provisioning_event WHERE tenant_no=? ORDER BY id",
                        row -> JsonText.trusted(row.text(1)).getString("reason", ""),
                        company.tenant().number())
                .stream()
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    private Caller idp() {
        return company.caller(Caller.Kind.IDP);
    }

    /** Kind, outcome and code of what was told of somebody, oldest first. */
    private List<String> events(UUID id) {
        return UNIT.database()
                .query(
                        "SELECT kind, outcome, detail FROM provisioning_event WHERE tenant_no=? AND subject_id=? ORDER BY id",
                        row -> row.constant(1, Kind.class) + " " + row.constant(2, Outcome.class) + " "
                                + JsonText.trusted(row.text(3)).getString("code", ""),
                        company.tenant().number(),
                        id);
    }
}
