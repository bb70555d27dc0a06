package dev.usher.people;

import dev.usher.extension.Extensions;
import dev.usher.job.Job;
import dev.usher.people.store.AttributeNumbers;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** In whose name jobs write: that of who started them, with the tenant's versions of this moment. */
@ApplicationScoped
class JobContexts {
    @Inject
    private Tenants tenants;

    @Inject
    private Extensions extensions;

    @Inject
    private AttributeNumbers numbers;

    /** Call it outside any transaction. */
    WriteContext of(Job job) {
        return of(caller(job.tenant(), job.createdBy()));
    }

    /** Call it outside any transaction. */
    WriteContext of(Caller caller) {
        SchemaRegistry registry = extensions.registry(caller);
        return new WriteContext(caller, registry, numbers.prepared(caller, registry), Parts.NONE);
    }

    /** A caller that is no person's request. */
    Caller caller(TenantId tenant, String name) {
        return new Caller(tenant, Caller.FIRST_CONNECTION, Caller.Kind.JOB, name, tenants.versions(tenant));
    }
}
