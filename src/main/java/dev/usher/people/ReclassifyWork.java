package dev.usher.people;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.MappingId;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.Profiles;
import dev.usher.job.Job;
import dev.usher.job.JobItem;
import dev.usher.job.JobWork;
import dev.usher.job.Jobs;
import dev.usher.job.Run;
import dev.usher.mapping.Classification;
import dev.usher.mapping.Classifier;
import dev.usher.mapping.MappingOrder;
import dev.usher.mapping.Mappings;
import dev.usher.people.store.Account;
import dev.usher.people.store.ClassifyRows;
import dev.usher.people.store.SuggestionRows;
import dev.usher.platform.Contention;
import dev.usher.platform.Problem;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks the mappings again for existing users, in the order of their ids. Who stays costs a share of a page, unless a
 * suggestion is to be dropped; who moves is a transaction. A change of the order meanwhile ends the job, because the dry run was made for another one.
 */
@ApplicationScoped
class ReclassifyWork implements JobWork {
    static final String KIND = "reclassification";
    static final String DRY_RUN = "dryRun";
    static final String ORDER = "orderVersion";
    static final String MAPPING = "mappingId";
    static final String MODE = "mode";

    private static final int CHUNK = 500;

    @Inject
    private ClassifyRows rows;

    @Inject
    private SuggestionRows suggestions;

    @Inject
    private Mappings mappings;

    @Inject
    private Profiles profiles;

    @Inject
    private JobWrites writes;

    @Inject
    private JobContexts contexts;

    @Inject
    private Jobs jobs;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean next(Run run) {
        WriteContext context = contexts.of(run.job());
        MappingOrder order = mappings.order(context.caller());
        if (order.version() != orderVersion(run.job())) {
            throw orderChanged();
        }
        JsonObject detail = run.job().detail();
        Optional<MappingId> scope = scope(run.job());
        Tally tally = Tally.of(run.job().progress());
        List<Account> chunk = rows.page(context.tenant(), scope, tally.after(), CHUNK);
        Function<Account, Proposal> judge = judge(context.tenant(), order, scope, mode(detail));
        if (detail.getBoolean(DRY_RUN)) {
            look(context, run, tally, chunk, judge);
        } else {
            act(context, run, tally, chunk, judge);
        }
        return chunk.size() == CHUNK;
    }

    /** Of the order that the job was made for. */
    static long orderVersion(Job job) {
        return job.detail().getJsonNumber(ORDER).longValue();
    }

    /** The one mapping whose users are asked for; empty for everybody. */
    private static Optional<MappingId> scope(Job job) {
        return Optional.of(job.detail().getString(MAPPING, ""))
                .filter(text -> !text.isEmpty())
                .map(text -> new MappingId(UUID.fromString(text)));
    }

    /** Whether the job is about somebody who is placed so now: who left its mapping since the listing is not brought back. */
    static boolean concerns(Job job, Assignment now) {
        Optional<MappingId> scope = scope(job);
        return scope.isEmpty() || scope.equals(now.mapping());
    }

    static Problem orderChanged() {
        return Problem.conflict(
                "order-changed", "Mappings, profiles or storage regions changed since the dry run; make another one.");
    }

    /** A dry run shows what would be moved; whether it would only be suggested is the tenant's choice of then. */
    private static Reclassify mode(JsonObject detail) {
        return Reclassify.valueOf(detail.getString(MODE, Reclassify.AUTOMATIC.name()));
    }

    private void look(
            WriteContext context, Run run, Tally begin, List<Account> chunk, Function<Account, Proposal> judge) {
        Tally tally = begin;
        var items = new ArrayList<JobItem>();
        for (Account account : chunk) {
            UUID id = account.row().id();
            Proposal proposal = judge.apply(account);
            if (proposal.kind() == Proposal.Kind.STAYS) {
                tally = tally.past(id);
            } else {
                tally = tally.past(id, proposal.kind().name());
                items.add(writes.plan(context, account, proposal));
            }
        }
        jobs.advance(run, tally.json(), items);
    }

    private void act(
            WriteContext context, Run given, Tally begin, List<Account> chunk, Function<Account, Proposal> judge) {
        Run run = given;
        Tally tally = begin;
        List<UUID> users = chunk.stream().map(account -> account.row().id()).toList();
        Set<UUID> suggested = users.isEmpty() ? Set.of() : suggestions.openAmong(context.tenant(), users);
        for (Account account : chunk) {
            UUID id = account.row().id();
            if (judge.apply(account).kind() == Proposal.Kind.STAYS && !suggested.contains(id)) {
                tally = tally.past(id);
            } else {
                Run before = run;
                Tally here = tally;
                run = Contention.retried(() -> writes.reclassify(context, before, here, id, judge));
                tally = Tally.of(run.job().progress());
            }
        }
        jobs.advance(run, tally.json(), List.of());
    }

    private Function<Account, Proposal> judge(
            TenantId tenant, MappingOrder order, Optional<MappingId> scope, Reclassify mode) {
        Set<ProfileId> locked = profiles.list(tenant, "", Profiles.MOST).stream()
                .filter(Profile::dataLocked)
                .map(Profile::id)
                .collect(Collectors.toUnmodifiableSet());
        return account -> {
            Assignment now = account.assignment();
            Optional<Assignment> wanted = scope.isPresent()
                    ? order.mappings().stream()
                            .filter(mapping -> mapping.id().equals(scope.get()))
                            .findFirst()
                            .map(mapping -> mapping.assignment(order.version()))
                    : Classifier.classify(order, account.resource()).map(Classification::assignment);
            return Proposal.of(now, wanted, locked.contains(now.profile()), mode);
        };
    }
}
