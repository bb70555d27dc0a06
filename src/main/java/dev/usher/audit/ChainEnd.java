package dev.usher.audit;

/** A place in a chain: after the act of that number, which has that hash. 0 and 32 zero bytes before the first act. */
public record ChainEnd(long seq, byte[] hash) {
    /** Before the first act. */
    public static final ChainEnd START = new ChainEnd(0, new byte[32]);

    public ChainEnd {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }
}
