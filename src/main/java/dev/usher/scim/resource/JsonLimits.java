package dev.usher.scim.resource;

/**
 * How much JSON a request may be. Errors: more bytes are 413, more of anything else is 400 {@code invalidSyntax}.
 */
public record JsonLimits(long bytes, int depth, int keys) {
    /** One resource or PATCH: 1 MiB. */
    public static final JsonLimits RESOURCE = new JsonLimits(1L << 20, 64, 100_000);
    /** A bulk request: 5 MiB. */
    public static final JsonLimits BULK = new JsonLimits(5L << 20, 64, 500_000);

    /** The same for bodies of so many bytes: whoever allows longer ones allows as many more names. */
    public JsonLimits within(long most) {
        long names = Math.max(keys, keys * most / bytes);
        return new JsonLimits(most, depth, (int) Math.min(names, Integer.MAX_VALUE));
    }

    /** Checks. */
    public JsonLimits {
        if (bytes < 1 || depth < 1 || keys < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
