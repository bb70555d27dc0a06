package dev.usher.administrator;

import dev.usher.platform.Secret;

/** A new password as it will be stored. Making it is slow on purpose, so it is made before a transaction holds locks. */
public final class PasswordHash {
    private final String stored;

    private PasswordHash(String stored) {
        this.stored = stored;
    }

    /** Of this password. <b>Errors:</b> 400 for one that is too short, or too long to be worth hashing. */
    public static PasswordHash of(Secret password) {
        Password.check(password);
        return new PasswordHash(Password.hash(password));
    }

    String stored() {
        return stored;
    }

    /** Never what is stored. */
    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
