package dev.usher.people;

import dev.usher.extension.Extensions;
import dev.usher.extension.RegisteredSchema;
import dev.usher.job.Jobs;
import dev.usher.job.Run;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRow;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.ValueRows;
import dev.usher.scim.resource.IndexedValues;
import dev.usher.scim.resource.Retyping;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Schema;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;

/** The transactions of {@link SchemaIndexWork}. */
@Stateless
public class SchemaIndexWrites {
    @Inject
    private AccountRows accounts;

    @Inject
    private ValueRows values;

    @Inject
    private Extensions extensions;

    @Inject
    private Tenants tenants;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    /** Types these users' documents and indexes their values at these paths, as they are under their locks, with the checkpoint. */
    public void index(
            WriteContext context,
            List<Schema> schemas,
            List<AttributePath> paths,
            NavigableSet<UUID> users,
            Run run,
            JsonObject progress) {
        for (UUID id : users) {
            Optional<Account> found = accounts.lock(context.tenant(), id);
            if (found.isPresent() && found.get().row().life().visible()) {
                index(context, schemas, paths, found.get());
            }
        }
        jobs.checkpoint(run, progress);
    }

    /** From now on searches rely on the value table for these schemas; those registered before {@code late} are settled. */
    public void finish(
            WriteContext context, List<RegisteredSchema> schemas, Instant late, Run run, JsonObject progress) {
        tenants.lock(context.tenant());
        jobs.checkpoint(run, progress);
        extensions.indexed(context.caller(), schemas, late);
    }

    private void index(WriteContext context, List<Schema> schemas, List<AttributePath> paths, Account account) {
        ScimResource document = Retyping.apply(schemas, account.document());
        if (!document.equals(account.document())) {
            // What the user shows is another thing now, so its version is another.
            AccountRow row = account.row().next(account.row().life(), clock.instant());
            accounts.update(context.tenant(), row, document);
            accounts.updateDocument(context.tenant(), row.id(), document);
        }
        values.rewrite(
                context.tenant(), account.row().id(), context.numbers(), paths, IndexedValues.of(paths, document));
    }
}
