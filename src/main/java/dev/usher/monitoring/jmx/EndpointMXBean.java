package dev.usher.monitoring.jmx;

/** See {@link Describe}. */
@Describe("One sort of requests at this node.")
public interface EndpointMXBean {
    @Describe("The method and path that it is.")
    String getPath();

    @Describe("Requests since the start, whatever the answer.")
    long getRequests();

    @Describe("Requests answered 400 to 499 since the start.")
    long getRefusals();

    @Describe("Requests answered 500 to 599 since the start.")
    long getFailures();

    @Describe("Requests answered 429 since the start; they are refusals too.")
    long getThrottled();

    @Describe("Mean time of all requests since the start, in milliseconds; 0 without any.")
    double getMeanMillis();

    @Describe("Median time of the last 5 minutes, in milliseconds, at most a quarter too high; 0 without any request.")
    double getMedianMillis();

    @Describe("Time that 95 % of the last 5 minutes' requests took at most, in milliseconds.")
    double getPercentile95Millis();

    @Describe("Time that 99 % of the last 5 minutes' requests took at most, in milliseconds.")
    double getPercentile99Millis();

    @Describe("Longest time of the last 5 minutes, in milliseconds, rounded up to the next bound.")
    double getLongestMillis();
}
