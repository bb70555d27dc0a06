package dev.usher.audit;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.TenantId;
import java.util.HexFormat;
import java.util.List;

/**
 * What the verification of a chain found. <b>Shape:</b> {@code faults} by number, at most {@link ChainCheck#MOST_FAULTS};
 * {@code complete} is false where verification stopped at that many. {@code events} were looked at; those up to {@code
 * expired} retention has deleted, which the chain itself records. {@code sealed} says that the end carries its seal.
 */
public record ChainReport(
        TenantId tenant,
        long events,
        ChainEnd expired,
        ChainEnd head,
        boolean sealed,
        List<ChainFault> faults,
        boolean complete) {
    public ChainReport {
        requireNonNull(tenant, "tenant");
        requireNonNull(expired, "expired");
        requireNonNull(head, "head");
        faults = List.copyOf(faults);
    }

    /** Whether everything is as it was recorded. */
    public boolean intact() {
        return faults.isEmpty();
    }

    /** The hash of the last act, to be compared with what the log says, in hexadecimal. */
    public String headHash() {
        return HexFormat.of().formatHex(head.hash());
    }
}
