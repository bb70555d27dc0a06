package dev.usher.monitoring.jmx;

/** See {@link Describe}. */
@Describe("The outbox of the whole cluster: mails that must leave the machine.")
public interface OutboxMXBean {
    @Describe("Mails that wait, at most 10 s ago; counted up to 100,000.")
    long getWaiting();

    @Describe("Mails that could not be delivered and are not tried again, at most 10 s ago; counted up to 100,000.")
    long getDead();

    @Describe(
            "Seconds that the oldest mail has waited, its tries included, but for what waits for its mailbox alone (4.2.x); 0 when none waits.")
    long getOldestSeconds();
}
