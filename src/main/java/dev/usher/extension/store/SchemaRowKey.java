package dev.usher.extension.store;

import dev.usher.tenant.TenantId;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/** The key of {@link SchemaRow}. */
public class SchemaRowKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private int tenantNo;
    private byte[] urnKey = {};

    /** Called by EclipseLink. */
    public SchemaRowKey() {}

    SchemaRowKey(TenantId tenant, byte[] urnKey) {
        this.tenantNo = tenant.number();
        this.urnKey = urnKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaRowKey key && tenantNo == key.tenantNo && Arrays.equals(urnKey, key.urnKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantNo, Arrays.hashCode(urnKey));
    }
}
