package dev.usher.platform;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request from its arrival to its end, as metrics and log lines know it. It holds nothing of what was sent but two
 * identifiers of a form that cannot hold a person's data.
 *
 * <p><b>Threads:</b> one; {@link #current} is that of the calling thread.
 */
public final class Visit {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}");
    private static final Pattern TRACE_PARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final ThreadLocal<@Nullable Visit> CURRENT = new ThreadLocal<>();

    private final long began = System.nanoTime();
    private final String method;
    private final Route route;
    private final String requestId;
    private final Optional<String> traceParent;
    private String template;
    private OptionalInt tenant = OptionalInt.empty();
    private int status;
    private long took;

    private Visit(String method, Route route, String requestId, Optional<String> traceParent) {
        this.method = requireNonNull(method, "method");
        this.route = requireNonNull(route, "route");
        this.requestId = requireNonNull(requestId, "requestId");
        this.traceParent = requireNonNull(traceParent, "traceParent");
        this.template = route.label();
    }

    /**
     * Begins one on the calling thread. A request id that came along is kept if it has a harmless form, else one is made;
     * a trace of another form than the standard's (W3C Trace Context) is ignored.
     */
    public static Visit begin(String method, String path, Optional<String> requestId, Optional<String> traceParent) {
        var visit = new Visit(
                METHOD.matcher(method).matches() ? method : "OTHER",
                Route.of(method, path),
                requestId
                        .filter(id -> REQUEST_ID.matcher(id).matches())
                        .orElseGet(() -> UUID.randomUUID().toString()),
                traceParent.filter(text -> TRACE_PARENT.matcher(text).matches()));
        CURRENT.set(visit);
        return visit;
    }

    /** The one that the calling thread is busy with. */
    public static Optional<Visit> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Whose data it is about. */
    public void of(int tenantNo) {
        tenant = OptionalInt.of(tenantNo);
    }

    /** The address it was matched with, without any value: {@code /tenants/{tenant}/users/{id}}. */
    public void matched(String address) {
        template = address;
    }

    /** Ends it; later calls change nothing. True for the first. */
    boolean end(int answered) {
        if (status != 0) {
            return false;
        }
        status = answered;
        took = System.nanoTime() - began;
        return true;
    }

    /** The thread is free for another. */
    static void leave() {
        CURRENT.remove();
    }

    public String method() {
        return method;
    }

    public Route route() {
        return route;
    }

    /** The route's label, or the address where one was matched. */
    public String template() {
        return template;
    }

    public String requestId() {
        return requestId;
    }

    public Optional<String> traceParent() {
        return traceParent;
    }

    public OptionalInt tenant() {
        return tenant;
    }

    /** The answer's status; 0 while there is none. */
    public int status() {
        return status;
    }

    /** In nanoseconds, once it has ended. */
    public long took() {
        return took;
    }
}
