package dev.usher.monitoring.jmx;

import dev.usher.mapping.AttributeCriteria;
import dev.usher.mapping.Mapping;
import dev.usher.mapping.Mappings;
import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;

record MappingsBean(Meters meters, Mappings mappings, Tenants tenants) implements MappingsMXBean {
    @Override
    public long getClassified() {
        return meters.sum(Meter.USERS_CLASSIFIED);
    }

    @Override
    public long getUnmatched() {
        return meters.sum(Meter.USERS_UNMATCHED);
    }

    @Override
    public List<MappingData> order(String tenant) {
        Tenant found = tenants.find(tenant).orElseThrow(() -> new IllegalArgumentException("There is no such tenant."));
        var shown = new ArrayList<MappingData>();
        for (Mapping mapping : mappings.current(found.id()).mappings()) {
            String criteria = mapping.criteria() instanceof AttributeCriteria attribute
                    ? attribute.path() + " in " + attribute.values()
                    : "all users";
            shown.add(new MappingData(shown.size() + 1, mapping.id().value().toString(), mapping.name(), criteria));
        }
        return shown;
    }
}
