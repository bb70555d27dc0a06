package dev.usher.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What this node answered since its start: by route with times, and by tenant. Inject it. It takes no lock and asks no
 * database; beyond {@value #MOST_TENANTS} tenants the rest counts together.
 */
public final class Traffic {
    /** So many tenants are counted apart. */
    public static final int MOST_TENANTS = 1000;

    /** The number under which all further tenants are counted. */
    public static final int OTHER_TENANTS = -1;

    private static final Logger LOG = System.getLogger("dev.usher.request");
    private static final double NANOS_A_MILLI = 1e6;

    private final Map<Route, Lane> lanes = new EnumMap<>(Route.class);
    private final Map<Integer, Outcomes> tenants = new ConcurrentHashMap<>();
    private final Outcomes all = new Outcomes();
    private final LongAdder inProgress = new LongAdder();
    private final Level level;

    /** Nothing yet; one line a request is logged at that level. */
    public Traffic(Level level) {
        this.level = level;
        for (Route route : Route.values()) {
            lanes.put(route, new Lane());
        }
    }

    /** How many were answered how. */
    public static final class Outcomes {
        private final LongAdder requests = new LongAdder();
        private final LongAdder refusals = new LongAdder();
        private final LongAdder failures = new LongAdder();
        private final LongAdder throttled = new LongAdder();

        private Outcomes() {}

        private void add(int status) {
            requests.increment();
            if (status >= 500) {
                failures.increment();
            } else if (status >= 400) {
                refusals.increment();
                if (status == 429) {
                    throttled.increment();
                }
            }
        }

        /** Whatever the answer. */
        public long requests() {
            return requests.sum();
        }

        /** Answered 400 to 499. */
        public long refusals() {
            return refusals.sum();
        }

        /** Answered 500 to 599. */
        public long failures() {
            return failures.sum();
        }

        /** Answered 429, which are refusals too. */
        public long throttled() {
            return throttled.sum();
        }
    }

    /** A route's numbers. */
    public static final class Lane {
        private final Outcomes outcomes = new Outcomes();
        private final Histogram times = new Histogram();

        private Lane() {}

        public Outcomes outcomes() {
            return outcomes;
        }

        public Histogram times() {
            return times;
        }
    }

    /** A visit begins, whose end will come. */
    public void began() {
        inProgress.increment();
    }

    /** Visits that have not ended. */
    public long inProgress() {
        return Math.max(0, inProgress.sum());
    }

    /** Ends the visit with this status and frees the thread; a visit that has ended is not counted again. */
    public void ended(Visit visit, int status) {
        if (visit.end(status)) {
            inProgress.decrement();
            lane(visit.route()).outcomes.add(status);
            lane(visit.route()).times.record(visit.took());
            all.add(status);
            visit.tenant().ifPresent(number -> ofTenant(number).add(status));
            if (LOG.isLoggable(level)) {
                LOG.log(
                        level,
                        "{0} {1} {2} in {3} ms",
                        visit.method(),
                        visit.template(),
                        Integer.toString(status),
                        Double.toString(visit.took() / NANOS_A_MILLI));
            }
        }
        Visit.leave();
    }

    /** The numbers of a route. */
    public Lane lane(Route route) {
        return Optional.ofNullable(lanes.get(route)).orElseThrow();
    }

    /** Of all routes together. */
    public Outcomes all() {
        return all;
    }

    /** The numbers of a tenant, or of {@link #OTHER_TENANTS}. */
    public Outcomes tenant(int number) {
        return Optional.ofNullable(tenants.get(number)).orElseGet(Outcomes::new);
    }

    private Outcomes ofTenant(int number) {
        Outcomes known = tenants.get(number);
        if (known != null) {
            return known;
        }
        int key = tenants.size() < MOST_TENANTS ? number : OTHER_TENANTS;
        return tenants.computeIfAbsent(key, any -> new Outcomes());
    }
}
