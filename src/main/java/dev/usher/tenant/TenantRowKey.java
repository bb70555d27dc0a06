package dev.usher.tenant;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key of most tables, tenant first and then the row's id; stores name it as the id class of their entities, whose
 * fields have the same names. No record, since JPA 3.1 wants a class that it can make empty.
 */
public class TenantRowKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private int tenantNo;
    private @Nullable UUID id;

    /** Called by EclipseLink. */
    public TenantRowKey() {}

    /** The key of the tenant's row with that id. */
    public TenantRowKey(TenantId tenant, UUID id) {
        this.tenantNo = tenant.number();
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantRowKey key && tenantNo == key.tenantNo && Objects.equals(id, key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantNo, id);
    }
}
