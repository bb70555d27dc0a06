package dev.usher.audit;

import dev.usher.platform.SecretBox;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Seals the end of a chain under the secret key, which is not in the database: whoever writes there alone cannot cut a
 * chain's tail or compute it anew. What was sealed once can be put back as a whole; that the log's witness alone shows.
 */
@Dependent
class HeadSeal {
    private static final String PURPOSE = "audit_head.seal";

    private final SecretBox box;

    @Inject
    HeadSeal(SecretBox box) {
        this.box = box;
    }

    /** The seal. */
    byte[] of(TenantId tenant, ChainEnd end) {
        byte[] hash = end.hash();
        byte[] message = ByteBuffer.allocate(Integer.BYTES + Long.BYTES + hash.length)
                .putInt(tenant.number())
                .putLong(end.seq())
                .put(hash)
                .array();
        return box.authenticate(PURPOSE, message);
    }

    /** Whether it is the end's. */
    boolean fits(TenantId tenant, ChainEnd end, byte[] seal) {
        return MessageDigest.isEqual(of(tenant, end), seal);
    }
}
