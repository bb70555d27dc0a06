package dev.usher.people.store;

import dev.usher.scim.schema.SchemaUrns;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fixed numbers of RFC 7643's paths. They are stored: a number is never changed and never given again. */
final class CorePaths {
    /** Columns of {@code account}, so never in the value table. */
    static final Set<String> COLUMNS =
            Set.of("id", "userName", "externalId", "active", "meta.created", "meta.lastModified");

    /** The number of {@code displayName}. */
    static final int DISPLAY_NAME = 20;

    /** Where administrators look for people: given, family and display names, e-mail addresses. */
    static final List<Integer> NAMES = List.of(11, 12, DISPLAY_NAME, 40);

    private static final String ENTERPRISE = SchemaUrns.ENTERPRISE + ":";

    static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("name.formatted", 10),
            Map.entry("name.familyName", 11),
            Map.entry("name.givenName", 12),
            Map.entry("name.middleName", 13),
            Map.entry("name.honorificPrefix", 14),
            Map.entry("name.honorificSuffix", 15),
            Map.entry("displayName", DISPLAY_NAME),
            Map.entry("nickName", 21),
            Map.entry("profileUrl", 22),
            Map.entry("title", 23),
            Map.entry("userType", 24),
            Map.entry("preferredLanguage", 25),
            Map.entry("locale", 26),
            Map.entry("timezone", 27),
            Map.entry("emails.value", 40),
            Map.entry("emails.display", 41),
            Map.entry("emails.type", 42),
            Map.entry("emails.primary", 43),
            Map.entry("phoneNumbers.value", 50),
            Map.entry("phoneNumbers.display", 51),
            Map.entry("phoneNumbers.type", 52),
            Map.entry("phoneNumbers.primary", 53),
            Map.entry("ims.value", 60),
            Map.entry("ims.display", 61),
            Map.entry("ims.type", 62),
            Map.entry("ims.primary", 63),
            Map.entry("photos.value", 70),
            Map.entry("photos.display", 71),
            Map.entry("photos.type", 72),
            Map.entry("photos.primary", 73),
            Map.entry("entitlements.value", 80),
            Map.entry("entitlements.display", 81),
            Map.entry("entitlements.type", 82),
            Map.entry("entitlements.primary", 83),
            Map.entry("roles.value", 90),
            Map.entry("roles.display", 91),
            Map.entry("roles.type", 92),
            Map.entry("roles.primary", 93),
            Map.entry("x509Certificates.value", 100),
            Map.entry("x509Certificates.display", 101),
            Map.entry("x509Certificates.type", 102),
            Map.entry("x509Certificates.primary", 103),
            Map.entry("addresses.formatted", 120),
            Map.entry("addresses.streetAddress", 121),
            Map.entry("addresses.locality", 122),
            Map.entry("addresses.region", 123),
            Map.entry("addresses.postalCode", 124),
            Map.entry("addresses.country", 125),
            Map.entry("addresses.type", 126),
            Map.entry("addresses.primary", 127),
            Map.entry(ENTERPRISE + "employeeNumber", 200),
            Map.entry(ENTERPRISE + "costCenter", 201),
            Map.entry(ENTERPRISE + "organization", 202),
            Map.entry(ENTERPRISE + "division", 203),
            Map.entry(ENTERPRISE + "department", 204),
            Map.entry(ENTERPRISE + "manager.value", 205));

    private CorePaths() {}
}
