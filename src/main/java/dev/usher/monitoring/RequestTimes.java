package dev.usher.monitoring;

import dev.usher.platform.Histogram;
import dev.usher.platform.Route;
import dev.usher.platform.Traffic;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests by route: how many with which outcome, and their times as a histogram. It gives the counts that are there
 * already; a timer of the library would measure everything once more.
 */
record RequestTimes(Traffic traffic) implements MultiCollector {
    private static final List<Long> BOUNDS_MILLIS =
            List.of(1L, 2L, 5L, 10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L);

    @Override
    public MetricSnapshots collect() {
        var times = HistogramSnapshot.builder()
                .name("usher_http_request_seconds")
                .help("Time from the arrival of a request to the end of its answer");
        var counts = CounterSnapshot.builder()
                .name("usher_http_requests")
                .help("Requests answered, by outcome: success, refusal (4xx), throttled (429), failure (5xx)");
        for (Route route : Route.values()) {
            Traffic.Lane lane = traffic.lane(route);
            times.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                    .labels(Labels.of("route", route.label()))
                    .classicHistogramBuckets(buckets(lane.times()))
                    .sum(lane.times().seconds())
                    .build());
            Traffic.Outcomes outcomes = lane.outcomes();
            long bad = outcomes.refusals() + outcomes.failures();
            count(counts, route, "success", Math.max(0, outcomes.requests() - bad));
            count(counts, route, "refusal", Math.max(0, outcomes.refusals() - outcomes.throttled()));
            count(counts, route, "throttled", outcomes.throttled());
            count(counts, route, "failure", outcomes.failures());
        }
        return MetricSnapshots.of(times.build(), counts.build());
    }

    private static void count(CounterSnapshot.Builder counts, Route route, String outcome, long value) {
        counts.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(Labels.of("outcome", outcome, "route", route.label()))
                .value((double) value)
                .build());
    }

    private static ClassicHistogramBuckets buckets(Histogram times) {
        var bounds = new ArrayList<Double>();
        var counts = new ArrayList<Long>();
        long before = 0;
        for (long millis : BOUNDS_MILLIS) {
            long upTo = Math.max(before, times.atMost(Duration.ofMillis(millis)));
            bounds.add(millis / 1e3);
            counts.add(upTo - before);
            before = upTo;
        }
        bounds.add(Double.POSITIVE_INFINITY);
        counts.add(Math.max(0, times.count() - before));
        return ClassicHistogramBuckets.of(bounds, counts);
    }
}
