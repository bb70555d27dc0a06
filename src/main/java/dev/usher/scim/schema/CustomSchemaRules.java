package dev.usher.scim.schema;

import static dev.usher.scim.error.ScimException.invalidValue;
import static dev.usher.scim.error.ScimException.shorten;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a schema must be so that it can be registered (RFC 7643 §2.1, §7, §10.2). */
final class CustomSchemaRules {
    private static final int MAX_ATTRIBUTES = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_URN = 200;

    private CustomSchemaRules() {}

    static void check(Schema schema) {
        if (!Names.urn(schema.id()) || schema.id().length() > MAX_URN) {
            throw invalidValue("'id' must be a URN as urn:example:…:User of at most " + MAX_URN + " characters");
        }
        if (schema.name().isBlank()) {
            throw invalidValue("'name' is missing");
        }
        if (schema.attributes().isEmpty()) {
            throw invalidValue("'attributes' is empty");
        }
        check(schema.attributes(), false);
        for (Attribute each : schema.attributes()) {
            // A list inside a list would need an ordinal of two parts in the value table.
            if (each.multiValued() && each.subAttributes().stream().anyMatch(Attribute::multiValued)) {
                throw invalidValue("'" + shorten(each.name()) + "' is multi-valued and so is a part of it");
            }
        }
    }

    private static void check(List<Attribute> attributes, boolean nested) {
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw invalidValue("more than " + MAX_ATTRIBUTES + " attributes");
        }
        Set<String> seen = new HashSet<>();
        for (Attribute each : attributes) {
            String name = each.name();
            if (!Names.attribute(name) || name.length() > MAX_NAME) {
                throw invalidValue("'" + shorten(name) + "' is no attribute name (letters, digits, -, _)");
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw invalidValue("'" + shorten(name) + "' is defined twice");
            }
            if (each.complex() && nested) {
                throw invalidValue("'" + shorten(name) + "' is complex inside a complex attribute");
            }
            if (each.complex() == each.subAttributes().isEmpty()) {
                throw invalidValue(
                        "'" + shorten(name) + "': sub-attributes belong to complex attributes, and only there");
            }
            check(each.subAttributes(), true);
        }
    }
}
