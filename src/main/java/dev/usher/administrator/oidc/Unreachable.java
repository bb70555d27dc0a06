package dev.usher.administrator.oidc;

import org.jspecify.annotations.Nullable;

/** The provider does not answer, or was not even asked: nothing is said of who wants to sign in. */
public final class Unreachable extends Disbelieved {
    private static final long serialVersionUID = 1L;

    private final boolean asked;

    private Unreachable(String message, boolean asked, @Nullable Throwable cause) {
        super(message, cause);
        this.asked = asked;
    }

    /** It was asked, in vain. */
    static Unreachable asked(String message, @Nullable Throwable cause) {
        return new Unreachable(message, true, cause);
    }

    /** It was spared this question; anybody can bring that about as often as he likes. */
    static Unreachable spared(String message, @Nullable Throwable cause) {
        return new Unreachable(message, false, cause);
    }

    /** Whether it was asked. */
    public boolean asked() {
        return asked;
    }
}
