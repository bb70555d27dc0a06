package dev.usher.scim.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in SCIM's own words (RFC 7644 §3.12): status, {@code scimType} where the RFC has one, and a detail for the
 * integrator. Make it by the factory named after the {@code scimType}. A refusal that is Usher's own (no mapping, no
 * seat) carries a {@link #code()} besides. The detail never quotes more than 64 characters of input.
 */
public final class ScimException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED = 64;

    private final int status;
    private final @Nullable ScimType scimType;
    private final String detail;
    private final String recorded;
    private final @Nullable String code;

    private ScimException(
            int status, @Nullable ScimType scimType, String detail, @Nullable String code, @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.scimType = scimType;
        this.detail = requireNonNull(detail, "detail");
        this.recorded = detail;
        this.code = code;
    }

    private ScimException(ScimException same, @Nullable ScimType scimType, String recorded, @Nullable String code) {
        super(same.detail, same);
        this.status = same.status;
        this.scimType = scimType;
        this.detail = same.detail;
        this.recorded = requireNonNull(recorded, "recorded");
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The keyword, where RFC 7644 or 9865 has one for this error. */
    public Optional<ScimType> scimType() {
        return Optional.ofNullable(scimType);
    }

    /** What went wrong, for a person. */
    public String detail() {
        return detail;
    }

    /** What a log may keep of the detail: the same, but where it would tell a person's values. */
    public String recorded() {
        return recorded;
    }

    /** Usher's own reason, as {@code noMapping}; most errors have none. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The same refusal with Usher's own reason added. */
    public ScimException withCode(String newCode) {
        return new ScimException(this, scimType, recorded, requireNonNull(newCode, "code"));
    }

    /** The same refusal, kept by a log in other words than the client reads. */
    public ScimException recordedAs(String words) {
        return new ScimException(this, scimType, words, code);
    }

    /** The same refusal under another keyword: a path error inside a filter is {@code invalidFilter}. */
    public ScimException as(ScimType other) {
        return new ScimException(this, other, recorded, code);
    }

    /** 400: the filter cannot be read or asks what this attribute cannot answer. */
    public static ScimException invalidFilter(String detail) {
        return bad(ScimType.INVALID_FILTER, detail);
    }

    /** 400: more results or more work than the server is willing to do. */
    public static ScimException tooMany(String detail) {
        return bad(ScimType.TOO_MANY, detail);
    }

    /** 409: a unique value is taken. */
    public static ScimException uniqueness(String detail) {
        return new ScimException(409, ScimType.UNIQUENESS, detail, null, null);
    }

    /** 409: a unique value is taken, as the constraint said. */
    public static ScimException uniqueness(String detail, Throwable cause) {
        return new ScimException(409, ScimType.UNIQUENESS, detail, null, cause);
    }

    /** 400: the attribute may not be changed like this. */
    public static ScimException mutability(String detail) {
        return bad(ScimType.MUTABILITY, detail);
    }

    /** 400: the body's structure is wrong. */
    public static ScimException invalidSyntax(String detail) {
        return bad(ScimType.INVALID_SYNTAX, detail);
    }

    /** 400: the body is no JSON, as the parser said. */
    public static ScimException invalidSyntax(String detail, Throwable cause) {
        return new ScimException(400, ScimType.INVALID_SYNTAX, detail, null, cause);
    }

    /** 400: the path is malformed or leads nowhere. */
    public static ScimException invalidPath(String detail) {
        return bad(ScimType.INVALID_PATH, detail);
    }

    /** 400: the path matches nothing that could be changed. */
    public static ScimException noTarget(String detail) {
        return bad(ScimType.NO_TARGET, detail);
    }

    /** 400: a value is missing or does not fit its attribute. */
    public static ScimException invalidValue(String detail) {
        return bad(ScimType.INVALID_VALUE, detail);
    }

    /** 400: a value does not fit its attribute, as another parser said. */
    public static ScimException invalidValue(String detail, Throwable cause) {
        return new ScimException(400, ScimType.INVALID_VALUE, detail, null, cause);
    }

    /** 400: a SCIM version that is not spoken here. */
    public static ScimException invalidVers(String detail) {
        return bad(ScimType.INVALID_VERS, detail);
    }

    /** 403: the request would put personal data into a URI. */
    public static ScimException sensitive(String detail) {
        return new ScimException(403, ScimType.SENSITIVE, detail, null, null);
    }

    /** 400: the cursor is not one of ours, or belongs to another query (RFC 9865 §2.4). */
    public static ScimException invalidCursor(String detail) {
        return bad(ScimType.INVALID_CURSOR, detail);
    }

    /** 400: the cursor is too old (RFC 9865 §2.4). */
    public static ScimException expiredCursor(String detail) {
        return bad(ScimType.EXPIRED_CURSOR, detail);
    }

    /** 400: the count does not fit the cursor (RFC 9865 §2.4). */
    public static ScimException invalidCount(String detail) {
        return bad(ScimType.INVALID_COUNT, detail);
    }

    /** 404. */
    public static ScimException notFound(String detail) {
        return plain(404, detail);
    }

    /** 412: {@code If-Match} names another version. */
    public static ScimException preconditionFailed(String detail) {
        return plain(412, detail);
    }

    /** 413. */
    public static ScimException payloadTooLarge(String detail) {
        return plain(413, detail);
    }

    /** 405. */
    public static ScimException methodNotAllowed(String detail) {
        return plain(405, detail);
    }

    /** 501. */
    public static ScimException notImplemented(String detail) {
        return plain(501, detail);
    }

    /** 403. */
    public static ScimException forbidden(String detail) {
        return plain(403, detail);
    }

    /** 401. */
    public static ScimException unauthorized(String detail) {
        return plain(401, detail);
    }

    /** 429. */
    public static ScimException tooManyRequests(String detail) {
        return plain(429, detail);
    }

    /** 503: try again. */
    public static ScimException serviceUnavailable(String detail, Throwable cause) {
        return new ScimException(503, null, detail, null, cause);
    }

    /** 503: try again. */
    public static ScimException serviceUnavailable(String detail) {
        return plain(503, detail);
    }

    /** Any other status without a keyword, as a server's own exceptions bring them. */
    public static ScimException plain(int status, String detail) {
        return new ScimException(status, null, detail, null, null);
    }

    /** Input made fit to be quoted: at most 64 characters, with control characters replaced. */
    public static String shorten(String input) {
        StringBuilder quoted = new StringBuilder(QUOTED + 1);
        int at = 0;
        while (at < input.length() && quoted.length() < QUOTED) {
            int point = input.codePointAt(at);
            at += Character.charCount(point);
            boolean odd = Character.isISOControl(point)
                    || Character.getType(point) == Character.SURROGATE
                    || Character.getType(point) == Character.FORMAT;
            quoted.appendCodePoint(odd ? '\uFFFD' : point);
        }
        return at < input.length() ? quoted.append('…').toString() : quoted.toString();
    }

    private static ScimException bad(ScimType type, String detail) {
        return new ScimException(400, type, detail, null, null);
    }
}
