package dev.usher.monitoring.jmx;

/** See {@link Describe}. */
@Describe("The audit chains: one for each tenant, and one of the platform.")
public interface AuditMXBean {
    @Describe("Acts recorded by this node since its start.")
    long getRecorded();

    @Describe("Verifications on this node since its start that found a chain broken.")
    long getBroken();

    @Describe(
            "Verifies a tenant's whole chain, which takes about a second for 100,000 acts. Whatever was changed, deleted,"
                    + " inserted or swapped is named.")
    AuditData verify(@Describe("tenant: the tenant's name; blank for the platform's own chain.") String tenant);

    @Describe("Verifies as verify does, and compares the chain with a line of the log.")
    AuditData compare(
            @Describe("tenant: the tenant's name; blank for the platform's own chain.") String tenant,
            @Describe("expectedSeq: the number of the act in the line.") long expectedSeq,
            @Describe("expectedHash: the hash in the line, in hexadecimal.") String expectedHash);
}
