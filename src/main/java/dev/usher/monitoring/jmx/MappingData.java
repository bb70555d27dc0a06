package dev.usher.monitoring.jmx;

import static java.util.Objects.requireNonNull;

/** A mapping at its place, as consoles show it. */
public final class MappingData {
    private final int place;
    private final String id;
    private final String name;
    private final String criteria;

    MappingData(int place, String id, String name, String criteria) {
        this.place = place;
        this.id = requireNonNull(id, "id");
        this.name = requireNonNull(name, "name");
        this.criteria = requireNonNull(criteria, "criteria");
    }

    public int getPlace() {
        return place;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getCriteria() {
        return criteria;
    }
}
