package dev.usher.scim.schema;

import dev.usher.scim.JsonParts;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schemas that are data files beside the code: RFC 7643's and Usher's. Read once. */
public final class StandardSchemas {
    static final Schema COMMON = load("common");
    static final Schema USER = load("user");
    static final Schema GROUP = load("group");
    static final Schema ENTERPRISE = load("enterprise");
    static final Schema ASSIGNMENT = load("assignment");
    private static final List<Schema> DISCOVERY =
            List.of(load("service-provider-config"), load("resource-type"), load("schema"));

    private StandardSchemas() {}

    /** The schemas of the discovery documents themselves. */
    public static List<Schema> discovery() {
        return DISCOVERY;
    }

    private static Schema load(String name) {
        String file = "/dev/usher/scim/" + name + ".json";
        try (InputStream stream = StandardSchemas.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            try (JsonReader reader = JsonParts.readers().createReader(stream)) {
                return SchemaJson.trusted(reader.readObject());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
