package dev.usher.platform;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.ApplicationException;
import java.util.Map;

/**
 * A refusal that an administrator can read and act on; the admin API answers it as {@code application/problem+json}
 * (RFC 9457) of type {@code urn:usher:problem:<code>}. It rolls the transaction back when it leaves an EJB.
 *
 * <p><b>Shape:</b> {@code extra} holds further members of the answer (text, numbers, booleans, JSON values, lists and
 * maps of these); its names never are those of RFC 9457 itself. The detail quotes at most 64 characters of input and
 * never a secret.
 */
@ApplicationException(rollback = true, inherited = true)
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final transient Map<String, Object> extra;

    public Problem(int status, String code, String title, String detail, Map<String, Object> extra) {
        super(requireNonNull(detail, "detail"));
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status is 400 to 599");
        }
        this.status = status;
        this.code = requireNonNull(code, "code");
        this.title = requireNonNull(title, "title");
        this.extra = Map.copyOf(extra);
    }

    /** 400: the request itself is wrong. */
    public static Problem invalid(String detail) {
        return new Problem(400, "invalid-request", "The request is not valid", detail, Map.of());
    }

    /** 400: one field of the request is wrong; the answer's {@code field} says which. */
    public static Problem field(String field, String detail) {
        return new Problem(400, "invalid-request", "The request is not valid", detail, Map.of("field", field));
    }

    /** 403: known who asks, but the role does not allow it. */
    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", "Not allowed", detail, Map.of());
    }

    /** 404: there is no such thing, or it is another tenant's. */
    public static Problem notFound(String what) {
        return new Problem(404, "not-found", "Not found", what + " does not exist.", Map.of());
    }

    /** 409: the state of things does not allow it; {@code code} tells programs which. */
    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, "Conflict", detail, Map.of());
    }

    /** 412: the thing was changed since it was read. */
    public static Problem changed(String detail) {
        return new Problem(412, "changed-meanwhile", "Changed meanwhile", detail, Map.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What a reader can do about it. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> extra() {
        return extra;
    }
}
