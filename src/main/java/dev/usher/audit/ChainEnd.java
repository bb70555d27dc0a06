package dev.usher.audit;

import dev.usher.platform.Problem;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A place in a chain: after the act of that number, which has that hash. 0 and 32 zero bytes before the first act. */
public record ChainEnd(long seq, byte[] hash) {
    /** Before the first act. */
    public static final ChainEnd START = new ChainEnd(0, new byte[32]);

    private static final Pattern SEQ = Pattern.compile("[1-9]\\d{0,17}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    public ChainEnd {
        hash = hash.clone();
    }

    /** An act as the log says it: its number, and its hash in hexadecimal. <b>Errors:</b> 400 for what is neither. */
    public static ChainEnd witnessed(String seq, String hash) {
        if (!SEQ.matcher(seq).matches()) {
            throw Problem.field("expectedSeq", "expectedSeq is the number of an act, from 1.");
        }
        if (!HASH.matcher(hash).matches()) {
            throw Problem.field("expectedHash", "expectedHash is a SHA-256 in hexadecimal, 64 digits.");
        }
        return new ChainEnd(Long.parseLong(seq), HexFormat.of().parseHex(hash));
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }
}
