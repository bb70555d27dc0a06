package dev.usher.people.store;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.CompareKey;
import java.util.Optional;

/** The compared bytes of {@code userName} (folded) and {@code externalId} (as sent), for search and for uniqueness. */
public final class AccountKeys {
    /** The longest key of a {@code userName}. */
    public static final int USER_NAME_BYTES = 512;
    /** The longest {@code externalId}. */
    public static final int EXTERNAL_ID_BYTES = 255;

    private AccountKeys() {}

    /** The key of the resource's {@code userName}; 400 where it is missing or too long. */
    public static byte[] userName(ScimResource resource) {
        return userName(resource.text("userName")
                .orElseThrow(() -> ScimException.invalidValue("userName is required and must not be empty")));
    }

    /** The key of a {@code userName}; 400 where it is too long. */
    public static byte[] userName(String userName) {
        return checked("userName", CompareKey.text(userName, false).full(), USER_NAME_BYTES);
    }

    /** The key of the resource's {@code externalId}; 400 where it is too long. */
    public static Optional<byte[]> externalId(ScimResource resource) {
        return resource.text("externalId").map(AccountKeys::externalId);
    }

    /** The key of an {@code externalId}; 400 where it is too long. */
    public static byte[] externalId(String externalId) {
        return checked("externalId", CompareKey.text(externalId, true).full(), EXTERNAL_ID_BYTES);
    }

    static byte[] checked(String attribute, byte[] key, int limit) {
        if (key.length > limit) {
            throw ScimException.invalidValue(attribute + " is longer than " + limit + " bytes of UTF-8");
        }
        return key;
    }
}
