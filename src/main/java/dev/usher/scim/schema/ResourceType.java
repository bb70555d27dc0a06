package dev.usher.scim.schema;

import java.util.Locale;
import java.util.Optional;

/** The resource types Usher serves (RFC 7643 §6). */
public enum ResourceType {
    USER("User", "/Users", "A person whom an identity provider provisions", SchemaUrns.USER),
    GROUP("Group", "/Groups", "A set of users and groups", SchemaUrns.GROUP);

    private final String id;
    private final String endpoint;
    private final String description;
    private final String schema;

    ResourceType(String id, String endpoint, String description, String schema) {
        this.id = id;
        this.endpoint = endpoint;
        this.description = description;
        this.schema = schema;
    }

    /** Its id and name, as {@code User}. */
    public String id() {
        return id;
    }

    /** The path under the base, as {@code /Users}. */
    public String endpoint() {
        return endpoint;
    }

    /** What it is, for people. */
    public String description() {
        return description;
    }

    /** URN of its core schema. */
    public String schema() {
        return schema;
    }

    /** The type whose endpoint is this path's first segment in any case, with or without the leading slash. */
    public static Optional<ResourceType> at(String endpoint) {
        String wanted = (endpoint.startsWith("/") ? endpoint : "/" + endpoint).toLowerCase(Locale.ROOT);
        for (ResourceType one : values()) {
            if (one.endpoint.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
