package dev.usher.job.store;

import dev.usher.job.Job;
import dev.usher.job.JobId;
import dev.usher.job.JobItem;
import dev.usher.job.JobState;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.scim.resource.JsonText;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL of tables job and job_item. */
@ApplicationScoped
public class JobStore {
    private static final String SELECT =
            "SELECT tenant_no, id, kind, state, detail, progress, created_by, created_at, updated_at FROM job";
    private static final int OPEN_AT_ONCE = 200;

    @Inject
    private Database database;

    public void insert(Job job) {
        database.update(
                "INSERT INTO job (tenant_no, id, kind, state, detail, progress, created_by, created_at, updated_at,"
                        + " version, fence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)",
                job.tenant().number(),
                job.id().value(),
                job.kind(),
                job.state(),
                job.detail().toString(),
                job.progress().toString(),
                job.createdBy(),
                job.createdAt(),
                job.updatedAt());
    }

    /** {@code clause} is empty or a locking clause. */
    public Optional<Job> find(TenantId tenant, JobId id, String clause) {
        return database.one(
                SELECT + " WHERE tenant_no = ? AND id = ?" + clause, JobStore::job, tenant.number(), id.value());
    }

    public List<Job> page(TenantId tenant, Optional<UUID> before, int limit) {
        String older = before.isPresent() ? " AND id < ?" : "";
        var parameters = new ArrayList<Object>();
        parameters.add(tenant.number());
        before.ifPresent(parameters::add);
        parameters.add(limit);
        return database.query(
                SELECT + " WHERE tenant_no = ?" + older + " ORDER BY tenant_no DESC, id DESC LIMIT ?",
                JobStore::job,
                parameters.toArray());
    }

    /** Open jobs of all tenants, those that waited longest first. */
    public List<Job> open() {
        return database.query(
                SELECT + " WHERE state IN (?, ?) ORDER BY updated_at LIMIT " + OPEN_AT_ONCE,
                JobStore::job,
                JobState.WAITING,
                JobState.RUNNING);
    }

    public long failedSince(Instant since) {
        return database.count("SELECT COUNT(*) FROM job WHERE state = ? AND updated_at >= ?", JobState.FAILED, since);
    }

    public boolean anyOpen(TenantId tenant, String kind) {
        return database.count(
                        "SELECT COUNT(*) FROM job WHERE state IN (?, ?) AND tenant_no = ? AND kind = ?",
                        JobState.WAITING,
                        JobState.RUNNING,
                        tenant.number(),
                        kind)
                > 0;
    }

    /** Takes the job for the holder of this fencing number; false when it ended or a later holder has it. */
    public boolean begin(Job job, long fence, Instant now) {
        return database.update(
                        "UPDATE job SET state = ?, fence = ?, updated_at = ?, version = version + 1"
                                + " WHERE tenant_no = ? AND id = ? AND state IN (?, ?) AND fence <= ?",
                        JobState.RUNNING,
                        fence,
                        now,
                        job.tenant().number(),
                        job.id().value(),
                        JobState.WAITING,
                        JobState.RUNNING,
                        fence)
                == 1;
    }

    /** Writes progress and state for exactly this holder; false when it is the holder no more, or the job ended. */
    public boolean progress(Job job, JobState state, JsonObject progress, long fence, Instant now) {
        return database.update(
                        "UPDATE job SET state = ?, progress = ?, updated_at = ?, version = version + 1"
                                + " WHERE tenant_no = ? AND id = ? AND state = ? AND fence = ?",
                        state,
                        progress.toString(),
                        now,
                        job.tenant().number(),
                        job.id().value(),
                        JobState.RUNNING,
                        fence)
                == 1;
    }

    public void cancel(Job job, Instant now) {
        database.update(
                "UPDATE job SET state = ?, updated_at = ?, version = version + 1 WHERE tenant_no = ? AND id = ?",
                JobState.CANCELLED,
                now,
                job.tenant().number(),
                job.id().value());
    }

    public void insertItems(Job job, List<JobItem> items) {
        database.batch(
                "INSERT INTO job_item (tenant_no, job_id, subject_id, outcome, detail) VALUES (?, ?, ?, ?, ?)",
                items.stream()
                        .map(item -> new Object[] {
                            job.tenant().number(),
                            job.id().value(),
                            item.subject(),
                            item.outcome(),
                            item.detail().toString()
                        })
                        .toList());
    }

    /** By subject, after {@code after}; of any outcome where it is blank. */
    public List<JobItem> items(TenantId tenant, JobId id, String outcome, Optional<UUID> after, int limit) {
        var parameters = new ArrayList<Object>(List.of(tenant.number(), id.value()));
        after.ifPresent(parameters::add);
        if (!outcome.isEmpty()) {
            parameters.add(outcome);
        }
        parameters.add(limit);
        return database.query(
                "SELECT subject_id, outcome, detail FROM job_item WHERE tenant_no = ? AND job_id = ?"
                        + (after.isPresent() ? " AND subject_id > ?" : "")
                        + (outcome.isEmpty() ? "" : " AND outcome = ?")
                        + " ORDER BY tenant_no, job_id, subject_id LIMIT ?",
                row -> new JobItem(row.uuid(1), row.text(2), JsonText.trusted(row.text(3))),
                parameters.toArray());
    }

    /** The oldest job that ended before then. */
    public Optional<Job> endedBefore(Instant time) {
        for (JobState state : JobState.values()) {
            Optional<Job> found = state.open()
                    ? Optional.empty()
                    : database.one(
                            SELECT + " WHERE state = ? AND updated_at < ? ORDER BY state, updated_at LIMIT 1",
                            JobStore::job,
                            state,
                            time);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Deletes up to {@code most} items of the job, and the job once it has none; how many rows. */
    public int delete(Job job, int most) {
        int items = database.update(
                "DELETE FROM job_item WHERE tenant_no = ? AND job_id = ? LIMIT ?",
                job.tenant().number(),
                job.id().value(),
                most);
        return items < most
                ? items
                        + database.update(
                                "DELETE FROM job WHERE tenant_no = ? AND id = ?",
                                job.tenant().number(),
                                job.id().value())
                : items;
    }

    private static Job job(Row row) {
        return new Job(
                new TenantId(row.integer(1)),
                new JobId(row.uuid(2)),
                row.text(3),
                row.constant(4, JobState.class),
                JsonText.trusted(row.text(5)),
                JsonText.trusted(row.text(6)),
                row.text(7),
                row.instant(8),
                row.instant(9));
    }
}
