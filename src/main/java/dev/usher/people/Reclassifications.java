package dev.usher.people;

import dev.usher.assignment.MappingId;
import dev.usher.job.Job;
import dev.usher.job.JobId;
import dev.usher.job.JobState;
import dev.usher.job.Jobs;
import dev.usher.mapping.MappingOrder;
import dev.usher.mapping.Mappings;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/**
 * Applies the order of mappings, or one mapping's changed assignment, to existing users: a dry run first, then the same
 * for good. <b>Errors:</b> {@link Problem}: 404; 409 {@code job-running}, {@code not-a-dry-run}, {@code order-changed},
 * {@code reclassify-never}.
 */
@ApplicationScoped
public class Reclassifications {
    @Inject
    private Jobs jobs;

    @Inject
    private Mappings mappings;

    @Inject
    private Tenants tenants;

    /** Looks who would move, and changes nothing; of one mapping's users where one is named. */
    public Job dryRun(Caller caller, Optional<MappingId> mapping) {
        MappingOrder order = mappings.current(caller.tenant());
        mapping.ifPresent(id -> required(order, id));
        JsonObjectBuilder detail =
                JsonParts.object().add(ReclassifyWork.DRY_RUN, true).add(ReclassifyWork.ORDER, order.version());
        mapping.ifPresent(id -> detail.add(ReclassifyWork.MAPPING, id.value().toString()));
        return jobs.start(caller, ReclassifyWork.KIND, detail.build());
    }

    /** Does what a finished dry run showed, while the order is still the one that it asked. */
    public Job apply(Caller caller, JobId dryRun) {
        Job looked = jobs.find(caller.tenant(), dryRun);
        boolean finished = looked.kind().equals(ReclassifyWork.KIND)
                && looked.detail().getBoolean(ReclassifyWork.DRY_RUN, false)
                && looked.state() == JobState.DONE;
        if (!finished) {
            throw Problem.conflict("not-a-dry-run", "Only what a finished dry run showed can be applied.");
        }
        Reclassify mode = tenants.read(caller.tenant()).reclassify();
        if (mode == Reclassify.NEVER) {
            throw Problem.conflict(
                    "reclassify-never", "This tenant's reclassify is 'never'; choose 'suggest' or 'automatic' first.");
        }
        if (mappings.current(caller.tenant()).version()
                != looked.detail().getJsonNumber(ReclassifyWork.ORDER).longValue()) {
            throw ReclassifyWork.orderChanged();
        }
        JsonObject detail = JsonParts.object(looked.detail())
                .add(ReclassifyWork.DRY_RUN, false)
                .add(ReclassifyWork.MODE, mode.name())
                .build();
        return jobs.start(caller, ReclassifyWork.KIND, detail);
    }

    private static void required(MappingOrder order, MappingId id) {
        if (order.mappings().stream().noneMatch(mapping -> mapping.id().equals(id))) {
            throw Problem.notFound("This mapping");
        }
    }
}
