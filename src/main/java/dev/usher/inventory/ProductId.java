package dev.usher.inventory;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import java.nio.charset.StandardCharsets;

/** The product's own id of a device (unique in the tenant) or snapshot (unique in its device): 1 to 200 bytes of UTF-8. */
public record ProductId(String text) {
    private static final int LONGEST_BYTES = 200;

    public ProductId {
        requireNonNull(text, "text");
        if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Problem.field("id", "An id has 1 to " + LONGEST_BYTES + " bytes and is not blank.");
        }
    }

    /** As it is stored and compared. */
    public byte[] key() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
