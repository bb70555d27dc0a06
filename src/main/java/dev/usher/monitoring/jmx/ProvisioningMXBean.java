package dev.usher.monitoring.jmx;

/** See {@link Describe}. */
@Describe("What became of identity providers' writes on this node.")
public interface ProvisioningMXBean {
    @Describe("Provisioning events of outcome ACCEPTED since the start.")
    long getAccepted();

    @Describe("Provisioning events of outcome NO_CHANGE since the start; at most one an hour for each user or group.")
    long getUnchanged();

    @Describe("Provisioning events of outcome REFUSED since the start.")
    long getRefused();

    @Describe("Provisioning events of outcome CONFLICT since the start.")
    long getConflicts();
}
