package dev.usher.monitoring.jmx;

import dev.usher.platform.Traffic;

/** See {@link Describe}. */
@Describe("One tenant. As many tenants have one as USHER_JMX_TENANTS says, the first by name.")
public interface TenantMXBean {
    @Describe("The tenant's number, as log lines and metrics name it.")
    int getNumber();

    @Describe("MANUAL or SCIM; DIRECTORY is for the import from directories, which does not exist yet.")
    String getUserManagement();

    @Describe("Whether the provisioning API is on for this tenant.")
    boolean isProvisioningApi();

    @Describe("Users that SCIM sees, at most a minute ago.")
    long getUsers();

    @Describe("Users whose data is preserved, at most a minute ago.")
    long getPreserved();

    @Describe("Seats of the licence; -1 without a limit.")
    long getSeats();

    @Describe("Seats in use, at most a minute ago.")
    long getSeatsUsed();

    @Describe("Mappings in the order, at most a minute ago.")
    int getMappings();

    @Describe("Seconds until the tenant's last live token expires; -1 where no token is live, or SCIM is not chosen.")
    long getTokenSecondsLeft();

    @Describe("Requests for this tenant that this node answered since its start, SCIM and admin API; 0 where "
            + Traffic.MOST_TENANTS + " other tenants called this node first.")
    long getRequests();

    @Describe("Of these, answered 400 to 499.")
    long getRefusals();

    @Describe("Of these, answered 500 to 599.")
    long getFailures();

    @Describe("Of these, answered 429; they are refusals too.")
    long getThrottled();
}
