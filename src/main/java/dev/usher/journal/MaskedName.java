package dev.usher.journal;

/** How the log shows a name: told apart from others by somebody who knows it, and no more. */
public final class MaskedName {
    private MaskedName() {}

    /** {@code alice@acme.com} becomes {@code a•••@acme.com}. */
    public static String of(String name) {
        int at = name.lastIndexOf('@');
        String first = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        return first + "•••" + (at > 0 ? name.substring(at) : "");
    }
}
