package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.Assignments;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.extension.Extensions;
import dev.usher.extension.RegisteredSchema;
import dev.usher.job.Job;
import dev.usher.job.JobState;
import dev.usher.job.Jobs;
import dev.usher.job.Run;
import dev.usher.mapping.AttributeCriteria;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRow;
import dev.usher.people.store.AccountRows;
import dev.usher.platform.store.EntityUnit;
import dev.usher.scim.Samples;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SchemaIndexWorkTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private static final String DEFINITION = "{'id':'%s','name':'Site','attributes':[{'name':'floor','type':'integer'},"
            + "{'name':'badge','type':'string'}]}";

    private final Company company = new Company(UNIT);
    private final Extensions extensions = UNIT.bean(Extensions.class);
    private final Jobs jobs = UNIT.bean(Jobs.class);
    private final SchemaIndexWork work = UNIT.bean(SchemaIndexWork.class);

    /** While the schema was away the job passed people without a look at what they had of it. */
    @Test
    void leavesASchemaThatWasRegisteredAgainToAJobOfItsOwn() {
        join(company, "{'userName':'ann','%s':{'floor':'3'}}".formatted(Samples.CUSTOM));
        register(company);
        Job first = begin();
        UNIT.transaction(() -> extensions.delete(admin(), Samples.CUSTOM));
        part(first);
        register(company);
        assertThat(UNIT.bean(Jobs.class).anyOpen(company.tenant(), SchemaIndexWork.KIND))
                .isTrue();

        finish(first);

        assertThat(registered().indexed()).isFalse();
        finish(begin());
        assertThat(registered().indexed()).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    /** A slow request, or one of the first user's, ends after the job, or where none was needed. */
    @Test
    void looksAgainForWhatWasUnderWayAtTheRegistration() {
        register(company);
        assertThat(registered().indexed()).isTrue();
        join(company, "{'userName':'ann','%s':{'floor':'3'}}".formatted(Samples.CUSTOM));
        UNIT.transaction(() -> UNIT.bean(SchemaIndexing.class).begin());
        assertThat(jobs.anyOpen(company.tenant(), SchemaIndexWork.KIND)).isFalse();

        age("scim_schema", "created_at", 61);
        age("account", "modified_at", 62);
        long version = registered().version();
        finish(begin());

        assertThat(rows()).isEqualTo(1);
        assertThat(registered().settled()).isTrue();
        assertThat(registered().version()).isEqualTo(version);
        UNIT.transaction(() -> UNIT.bean(SchemaIndexing.class).begin());
        assertThat(jobs.anyOpen(company.tenant(), SchemaIndexWork.KIND)).isFalse();
    }

    /** What the value table does not have yet counts as nobody's. */
    @Test
    void leavesMatchesUntoldUntilEverybodyIsIndexed() {
        join(company, "{'userName':'ann','%s':{'floor':'3','badge':'A1'}}".formatted(Samples.CUSTOM));
        register(company);
        var badge = criteria("badge", "A1");
        var floor = criteria("floor", "3");
        KnownMatches matches = UNIT.bean(KnownMatches.class);

        assertThat(matches.count(admin(), badge).users()).isEmpty();
        assertThat(matches.missing(admin(), List.of(badge, floor))).isEmpty();

        finish(begin());

        assertThat(matches.count(admin(), badge).users()).hasValue(1);
        assertThat(matches.missing(admin(), List.of(badge, floor))).isEmpty();
    }

    private static AttributeCriteria criteria(String attribute, String value) {
        String path = Samples.CUSTOM + ":" + attribute;
        return new AttributeCriteria(path, path, List.of(value));
    }

    /** The job passes those whom SCIM does not see; whoever comes back later is typed and indexed then. */
    @Test
    void typesWhatSomebodyHasWhoWasAwayAtTheRegistration() {
        UUID ann = join(company, "{'userName':'ann','%s':{'Floor':'3'}}".formatted(Samples.CUSTOM));
        write(ann, Life.born(true).deleted(() -> false).life());
        register(company);
        finish(begin());

        Account back = write(ann, Life.born(true));

        String typed = Samples.user("{'userName':'ann','%s':{'floor':3}}".formatted(Samples.CUSTOM))
                .document()
                .toString();
        assertThat(back.document().document()).hasToString(typed);
        assertThat(account(ann).document().document()).hasToString(typed);
        assertThat(found(Map.of("filter", List.of("floor eq 3")))).containsExactly(ann);
    }

    @Test
    void findsWhatCameBeforeTheRegistrationWhileTheJobIsNotDone() {
        UUID ann = join(company, "{'userName':'ann','%s':{'Floor':'3'}}".formatted(Samples.CUSTOM));
        UUID bob = join(company, "{'userName':'bob','%s':{'floor':10}}".formatted(Samples.CUSTOM));
        register(company);
        assertThat(registered().indexed()).isFalse();

        assertThat(found(Map.of("filter", List.of("floor eq 3")))).containsExactly(ann);
        assertThat(found(Map.of("filter", List.of(Samples.CUSTOM + " pr and not (floor gt 3)"))))
                .containsExactly(ann);
        assertThat(found(Map.of("sortBy", List.of("floor")))).containsExactly(ann, bob);
    }

    @Test
    void aTenantThatCannotBeReadKeepsNoOtherFromItsJob() {
        var later = new Company(UNIT);
        for (Company each : List.of(company, later)) {
            join(each, "{'userName':'ann'}");
            register(each);
        }
        UNIT.database()
                .update(
                        "UPDATE scim_schema SET definition='{\"indexed\":false}' WHERE tenant_no=?",
                        company.tenant().number());

        UNIT.transaction(() -> {
            assertThatThrownBy(() -> UNIT.bean(SchemaIndexing.class).begin()).isInstanceOf(RuntimeException.class);
        });

        assertThat(jobs.anyOpen(company.tenant(), SchemaIndexWork.KIND)).isFalse();
        assertThat(jobs.anyOpen(later.tenant(), SchemaIndexWork.KIND)).isTrue();
        UNIT.database().update("DELETE FROM scim_schema");
    }

    private Caller admin() {
        return company.caller(Caller.Kind.CLOUD_ADMINISTRATOR);
    }

    private long rows() {
        return UNIT.database()
                .count(
                        "SELECT COUNT(*) FROM user_attr WHERE tenant_no=?",
                        company.tenant().number());
    }

    private void age(String table, String column, int seconds) {
        UNIT.database()
                .update(
                        "UPDATE " + table + " SET " + column + "=? WHERE tenant_no=?",
                        Instant.now().truncatedTo(ChronoUnit.MICROS).minusSeconds(seconds),
                        company.tenant().number());
    }

    /** Somebody who was here long before. */
    private static UUID join(Company company, String document) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(1, ChronoUnit.HOURS);
        AccountRow row =
                AccountRow.born(UUID.randomUUID(), Caller.FIRST_CONNECTION, ManagedBy.IDP, Life.born(true), at);
        UNIT.transaction(() -> {
            UNIT.bean(AccountRows.class).insert(company.tenant(), row, Samples.user(document));
            var given = new Assignment(
                    new ProfileId(new UUID(0, 1)),
                    new RegionId(new UUID(0, 2)),
                    OptionalLong.empty(),
                    Optional.empty(),
                    0);
            UNIT.bean(Assignments.class).assign(company.tenant(), row.id(), given);
        });
        UNIT.database()
                .update(
                        "UPDATE licence SET visible_users=1 WHERE tenant_no=?",
                        company.tenant().number());
        return row.id();
    }

    private Account account(UUID id) {
        return UNIT.bean(AccountRows.class).find(company.tenant(), id).orElseThrow();
    }

    private Account write(UUID id, Life life) {
        WriteContext context = UNIT.bean(JobContexts.class).of(admin());
        Account before = account(id);
        return UNIT.transaction(() -> UNIT.bean(AccountBook.class).write(context, before, before.document(), life));
    }

    private List<UUID> found(Map<String, List<String>> request) {
        Caller idp = company.caller(Caller.Kind.IDP);
        return UNIT
                .bean(ResourceSearch.class)
                .search(idp, ResourceType.USER, SearchRequest.read(request), Parts.NONE)
                .resources()
                .stream()
                .map(StoredResource::id)
                .toList();
    }

    private static void register(Company company) {
        Caller admin = company.caller(Caller.Kind.CLOUD_ADMINISTRATOR);
        UNIT.transaction(() -> UNIT.bean(Extensions.class)
                .register(admin, ResourceType.USER, Samples.json(DEFINITION.formatted(Samples.CUSTOM))));
    }

    private RegisteredSchema registered() {
        return extensions.find(company.tenant(), Samples.CUSTOM).orElseThrow();
    }

    private Job begin() {
        UNIT.transaction(() -> UNIT.bean(SchemaIndexing.class).begin(admin()));
        List<Job> open = jobs.open().stream()
                .filter(job -> job.tenant().equals(company.tenant()))
                .toList();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private boolean part(Job job) {
        return UNIT.transaction(() -> work.next(jobs.begin(job, 1).orElseThrow()));
    }

    private void finish(Job job) {
        boolean left = true;
        while (left) {
            left = part(job);
        }
        UNIT.transaction(() -> {
            Run run = jobs.begin(job, 1).orElseThrow();
            jobs.end(run, JobState.DONE, "");
        });
    }
}
