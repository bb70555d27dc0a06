package dev.usher.people;

import dev.usher.extension.Extensions;
import dev.usher.extension.RegisteredSchema;
import dev.usher.job.Job;
import dev.usher.job.JobWork;
import dev.usher.job.Run;
import dev.usher.people.store.IndexRows;
import dev.usher.people.store.IndexRows.Seen;
import dev.usher.people.store.Memberships;
import dev.usher.platform.Contention;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.Retyping;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Types and indexes what users had of a schema before it was registered. First everybody by id; then once more those who
 * changed since the registration, for a request that was under way knew nothing of it. Writes that begin after the
 * registration keep the values by themselves. Only then do searches rely on them. Since a request may be longer under way
 * than all that takes, a later job goes once more through those who changed, then alone. A schema of this name may have been
 * registered before, and what users had of it may have changed since: their older values go. One that is registered again
 * meanwhile is another one, which this job has not looked for in everybody: it waits for a job of its own.
 */
@ApplicationScoped
class SchemaIndexWork implements JobWork {
    static final String KIND = "schema-index";
    /** No request takes longer. */
    static final Duration UNDER_WAY = Duration.ofSeconds(60);

    private static final String SCHEMAS = "schemas";
    private static final String REGISTERED = "registered";
    private static final int CHUNK = 200;
    private static final String SINCE = "since";
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    private IndexRows rows;

    @Inject
    private SchemaIndexWrites writes;

    @Inject
    private Extensions extensions;

    @Inject
    private JobContexts contexts;

    /** What a job is asked that is to index these; only who changed lately where they are all indexed already. */
    static JsonObject detail(List<RegisteredSchema> schemas) {
        var registered = JsonParts.object();
        schemas.forEach(
                each -> registered.add(each.schema().id(), each.createdAt().toString()));
        var detail = JsonParts.object()
                .add(
                        SCHEMAS,
                        JsonParts.texts(
                                schemas.stream().map(each -> each.schema().id()).toList()))
                .add(REGISTERED, registered);
        if (schemas.stream().allMatch(RegisteredSchema::indexed)) {
            schemas.stream()
                    .map(RegisteredSchema::createdAt)
                    .min(Instant::compareTo)
                    .ifPresent(first -> detail.add(SINCE, first.minus(UNDER_WAY).toString()));
        }
        return detail.build();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean next(Run run) {
        WriteContext context = contexts.of(run.job());
        List<RegisteredSchema> registered = registered(run.job());
        List<Schema> schemas = registered.stream().map(RegisteredSchema::schema).toList();
        JsonObject progress = run.job().progress();
        UUID after = UUID.fromString(progress.getString("after", FIRST.toString()));
        JsonObject detail = run.job().detail();
        boolean again = progress.containsKey(SINCE) || detail.containsKey(SINCE);
        Instant late = run.job().createdAt().minus(UNDER_WAY);
        Instant since = Instant.parse(progress.getString(SINCE, detail.getString(SINCE, late.toString())));
        List<Seen> chunk = again
                ? rows.changedAfter(context.tenant(), since, after, CHUNK)
                : rows.after(context.tenant(), after, CHUNK);
        List<AttributePath> paths = context.registry().indexed(ResourceType.USER).stream()
                .filter(path -> schemas.stream().anyMatch(each -> each.id().equals(path.schema())))
                .toList();
        NavigableSet<UUID> users = new TreeSet<>(Memberships::unsigned); // in the order in which everybody locks
        chunk.stream()
                .filter(seen -> schemas.stream().anyMatch(schema -> Retyping.concerns(schema, seen.document())))
                .map(Seen::id)
                .forEach(users::add);
        users.addAll(rows.holding(context.tenant(), numbers(context, paths), chunk));
        boolean last = chunk.size() < CHUNK;
        JsonObject next = progress(progress, chunk, again, last, since, users.size());
        Contention.retried(() -> {
            if (again && last && users.isEmpty()) {
                writes.finish(context, registered, late, run, next);
            } else {
                writes.index(context, schemas, paths, users, run, next);
            }
            return next;
        });
        return !(again && last && users.isEmpty());
    }

    private static Set<Integer> numbers(WriteContext context, List<AttributePath> paths) {
        return paths.stream()
                .flatMapToInt(path -> context.numbers().of(path).stream())
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Those that are registered still, and not again. A job of an older node does not tell: it has none. */
    private List<RegisteredSchema> registered(Job job) {
        if (!(job.detail().get(REGISTERED) instanceof JsonObject registered)) {
            return List.of();
        }
        return extensions.list(job.tenant()).stream()
                .filter(each -> each.createdAt()
                        .toString()
                        .equals(registered.getString(each.schema().id(), "")))
                .toList();
    }

    private static JsonObject progress(
            JsonObject before, List<Seen> chunk, boolean again, boolean last, Instant since, int indexed) {
        var next = JsonParts.object().add("indexed", before.getInt("indexed", 0) + indexed);
        if (!again && last) {
            return next.add(SINCE, since.toString())
                    .add("after", FIRST.toString())
                    .build();
        }
        if (chunk.isEmpty()) {
            return JsonParts.object(before).build();
        }
        Seen end = chunk.get(chunk.size() - 1);
        if (again) {
            next.add(SINCE, end.modified().toString());
        }
        return next.add("after", end.id().toString()).build();
    }
}
