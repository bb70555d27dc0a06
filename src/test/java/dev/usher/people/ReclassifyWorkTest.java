package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.Assignments;
import dev.usher.assignment.MappingId;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.job.Job;
import dev.usher.job.JobItem;
import dev.usher.job.Jobs;
import dev.usher.job.Run;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRow;
import dev.usher.people.store.AccountRows;
import dev.usher.platform.store.EntityUnit;
import dev.usher.scim.JsonParts;
import dev.usher.scim.Samples;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenants;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReclassifyWorkTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private static final MappingId SALES = new MappingId(new UUID(0, 3));
    private static final MappingId DOCKS = new MappingId(new UUID(0, 4));

    private final Company company = new Company(UNIT);
    private final AccountRows accounts = UNIT.bean(AccountRows.class);
    private final WriteContext context = UNIT.bean(JobContexts.class).of(company.caller(Caller.Kind.ADMINISTRATOR));

    /** The page was listed while the user was still the mapping's. */
    @Test
    void doesNotBringBackWhoLeftTheMappingMeanwhile() {
        UUID left = join(assigned(DOCKS, OptionalLong.empty()));
        UUID stayed = join(assigned(SALES, OptionalLong.empty()));
        Run run = run(SALES);

        run = reclassify(run, left);
        run = reclassify(run, stayed);

        assertThat(run.job().progress().getJsonObject("counts").toString()).isEqualTo("{\"MOVED\":1,\"SKIPPED\":1}");
        assertThat(account(left).assignment().quotaBytes()).isEmpty();
        assertThat(account(stayed).assignment().quotaBytes()).hasValue(77);
    }

    @Test
    void tellsAMoveThatGivesAnotherQuotaAlone() {
        Account account = account(join(assigned(SALES, OptionalLong.empty())));
        var to = new Proposal(Proposal.Kind.MOVED, Optional.of(assigned(SALES, OptionalLong.of(77))), "");

        JobItem item = UNIT.bean(JobWrites.class).plan(context, account, to);

        assertThat(quota(item.detail().getJsonObject("from"))).isEqualTo(JsonValue.NULL);
        assertThat(quota(item.detail().getJsonObject("to"))).isEqualTo(JsonParts.number(77));
    }

    @Test
    void auditsAQuotaOfSomebodysOwn() {
        Acts acts = UNIT.bean(Acts.class);
        Account before = account(join(assigned(SALES, OptionalLong.empty())));
        var after = new Account(before.row(), before.document(), assigned(SALES, OptionalLong.of(77)));

        assertThat(quota(acts.summary(context, before))).isEqualTo(JsonValue.NULL);
        assertThat(quota(acts.summary(context, after))).isEqualTo(JsonParts.number(77));
    }

    private static JsonValue quota(JsonObject told) {
        return told.get("quotaBytes");
    }

    private static Assignment assigned(MappingId mapping, OptionalLong quotaBytes) {
        return new Assignment(
                new ProfileId(new UUID(0, 1)), new RegionId(new UUID(0, 2)), quotaBytes, Optional.of(mapping), 0);
    }

    private UUID join(Assignment given) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        AccountRow row =
                AccountRow.born(UUID.randomUUID(), Caller.FIRST_CONNECTION, ManagedBy.IDP, Life.born(true), at);
        UNIT.transaction(() -> {
            accounts.insert(company.tenant(), row, Samples.user("{'userName':'%s'}".formatted(row.id())));
            UNIT.bean(Assignments.class).assign(company.tenant(), row.id(), given);
        });
        return row.id();
    }

    private Account account(UUID id) {
        return accounts.find(company.tenant(), id).orElseThrow();
    }

    private Run run(MappingId scope) {
        Jobs jobs = UNIT.bean(Jobs.class);
        JsonObject detail = JsonParts.object()
                .add(
                        ReclassifyWork.ORDER,
                        UNIT.bean(Tenants.class).versions(company.tenant()).order())
                .add(ReclassifyWork.MAPPING, scope.value().toString())
                .build();
        Job job = UNIT.transaction(() -> jobs.start(context.caller(), ReclassifyWork.KIND, detail));
        return UNIT.transaction(() -> jobs.begin(job, 1).orElseThrow());
    }

    /** As for somebody whose mapping gives another quota since. */
    private Run reclassify(Run run, UUID id) {
        var moved = new Proposal(Proposal.Kind.MOVED, Optional.of(assigned(SALES, OptionalLong.of(77))), "");
        Tally tally = Tally.of(run.job().progress());
        return UNIT.transaction(() -> UNIT.bean(JobWrites.class).reclassify(context, run, tally, id, account -> moved));
    }
}
