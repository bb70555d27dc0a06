package dev.usher.monitoring.jmx;

import java.util.List;

/** See {@link Describe}. */
@Describe("How this node found mappings for new users.")
public interface MappingsMXBean {
    @Describe("New users for whom a mapping was looked for since the start.")
    long getClassified();

    @Describe("Of these, users that no mapping matched, and that were refused.")
    long getUnmatched();

    @Describe("The mappings of a tenant in their order, read from the database now.")
    List<MappingData> order(@Describe("tenant: the tenant's name.") String tenant);
}
