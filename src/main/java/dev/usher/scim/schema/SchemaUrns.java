package dev.usher.scim.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The URNs that are always there, and the other names by which identity providers know them. */
public final class SchemaUrns {
    /** Core user. */
    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    /** Core group. */
    public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    /** Enterprise extension of users. */
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    /** Usher's read-only extension: what a user was assigned. */
    public static final String ASSIGNMENT = "urn:usher:params:scim:schemas:extension:assignment:2.0:User";
    /** The service provider's configuration. */
    public static final String SERVICE_PROVIDER_CONFIG = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    /** Resource type documents. */
    public static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
    /** Schema documents. */
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    // SCIM 1.x, OneLogin and Entra spellings, lower-cased. "urn:scim:schemas:core:2.0" names no type:
    // the resource being read decides (see SchemaRegistry).
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("urn:scim:schemas:core:1.0:user", USER),
            Map.entry("urn:scim:schemas:core:2.0:user", USER),
            Map.entry("urn:scim:schemas:core:1.0:group", GROUP),
            Map.entry("urn:scim:schemas:core:2.0:group", GROUP),
            Map.entry("urn:scim:schemas:extension:enterprise:1.0", ENTERPRISE),
            Map.entry("urn:scim:schemas:extension:enterprise:2.0", ENTERPRISE),
            Map.entry("urn:scim:schemas:extension:enterprise:1.0:user", ENTERPRISE),
            Map.entry("urn:scim:schemas:extension:enterprise:2.0:user", ENTERPRISE),
            Map.entry("urn:ietf:params:scim:schemas:extension:enterprise:2.0", ENTERPRISE),
            Map.entry("http://schemas.microsoft.com/2006/11/resourcemanagement/adscim/2.0/user", USER),
            Map.entry("http://schemas.microsoft.com/2006/11/resourcemanagement/adscim/2.0/group", GROUP),
            Map.entry("http://schemas.microsoft.com/2006/11/resourcemanagement/adscim/user", USER),
            Map.entry("http://schemas.microsoft.com/2006/11/resourcemanagement/adscim/group", GROUP));

    private static final Set<String> TYPELESS =
            Set.of("urn:scim:schemas:core:1.0", "urn:scim:schemas:core:2.0", "urn:ietf:params:scim:schemas:core:2.0");

    private SchemaUrns() {}

    /** What another spelling of a URN stands for while a resource of this type is read. */
    public static Optional<String> alias(ResourceType type, String urn) {
        String key = urn.toLowerCase(Locale.ROOT);
        if (TYPELESS.contains(key)) {
            return Optional.of(type.schema());
        }
        return Optional.ofNullable(ALIASES.get(key));
    }
}
