package dev.usher.administrator;

/** What an administrator or an API key may do. The order of constants is stored. */
public enum Role {
    /** Every tenant: makes them, and turns the provisioning API of each on or off. */
    PLATFORM_ADMINISTRATOR,
    /** One tenant, everything. */
    CLOUD_ADMINISTRATOR,
    /** One tenant: mappings, users, reports; not user management, tokens or data lock. */
    ADMINISTRATOR,
    /** One tenant, reads. */
    AUDITOR,
    /** The product behind one tenant: inventory, activations, change feed. Only API keys have it. */
    SERVICE
}
