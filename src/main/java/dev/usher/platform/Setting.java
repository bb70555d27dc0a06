package dev.usher.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of every setting: its key, default, unit and purpose. {@link Settings} reads by it, and
 * {@code docs/operate/configuration.md} is printed from it. The environment spells a key {@code USHER_HTTP_PORT}, a system
 * property {@code usher.http.port}; the property wins.
 */
public enum Setting {
    HTTP_ADDRESS(
            "127.0.0.1", Kind.TEXT, "Address that the runnable jar listens on; an application server has its own."),
    HTTP_PORT(
            "8080",
            Kind.PORT,
            "Port that the runnable jar listens on; 0 takes a free one. An application server has its own."),
    PUBLIC_URL(
            "",
            Kind.URL,
            "Base of `meta.location`, `$ref` and every link, as clients see Usher. Without it only a loopback Host is"
                    + " believed."),
    DRAIN_SECONDS(
            "5",
            Kind.COUNT_OR_OFF,
            "Seconds that the runnable jar still serves after SIGTERM, while readiness is 503 already. Ctrl-C does not wait."),
    DATA_DIR(
            "usher-data",
            Kind.TEXT,
            "Folder of the embedded database and of the key that protects its secrets; relative to the working"
                    + " folder."),
    DB_URL(
            "",
            Kind.DATABASE_URL,
            "`jdbc:mysql://HOST:PORT/SCHEMA` for MySQL and MariaDB, one host alone, or `jdbc:h2:…`. Without it an H2 file in"
                    + " the data folder."),
    DB_USER("sa", Kind.TEXT, "Name at the database."),
    DB_PASSWORD("", Kind.SECRET, "Password at the database."),
    DB_POOL_MAX("32", Kind.COUNT, "Most connections to the database that a node opens; a request uses one at a time."),
    DB_POOL_MIN("2", Kind.COUNT_OR_OFF, "Idle connections that a node keeps."),
    DB_POOL_WAIT_SECONDS(
            "3",
            Kind.COUNT,
            "Longest wait for a connection, where all are in use or the database is away; then 503 with `Retry-After`."),
    ADMIN_PASSWORD(
            "",
            Kind.SECRET,
            "Password of `admin`. It is set at the first start, and at a later one only where this setting is another than the"
                    + " one applied last: a password that was changed in Usher stays, and a disabled `admin` stays"
                    + " disabled and gets no password; a deleted one comes back by another setting alone. Without it the first"
                    + " start makes one and prints it once."),
    SECRET_KEY(
            "",
            Kind.SECRET,
            "Key (32 bytes in base64) that encrypts stored secrets and seals audit chains, the same on every node. With a"
                    + " database server Usher does not start without it; with H2 the first start makes a file in the data"
                    + " folder."),
    TOKEN_DAYS("365", Kind.COUNT, "Days from the making of an identity provider's token to its end."),
    RATE_LIMIT("100", Kind.COUNT_OR_OFF, "Requests a second for each token and each API key; 0 is without limit."),
    RATE_BURST("500", Kind.COUNT, "Requests that a token or an API key may save up for a burst."),
    BODY_MAX_BYTES("1048576", Kind.BYTES, "Longest body of a request, Bulk excepted; a longer one is 413."),
    BULK_MAX_BYTES("5242880", Kind.BYTES, "Longest body of a Bulk request; a longer one is 413."),
    BULK_MAX_OPERATIONS("1000", Kind.COUNT, "Most operations of a Bulk request; more are 413."),
    FILTER_MAX_CHARACTERS("8192", Kind.COUNT, "Longest filter, and longest path of a PATCH that has brackets."),
    FILTER_MAX_DEPTH("20", Kind.DEPTH, "Deepest nesting of parentheses and brackets in a filter, at most 100."),
    FILTER_MAX_TERMS("500", Kind.COUNT, "Most comparisons in a filter."),
    PAGE_DEFAULT("100", Kind.COUNT, "Resources on a page when the client does not say."),
    PAGE_MAX("1000", Kind.COUNT, "Most resources on a page, whatever the client says."),
    QUERY_TIMEOUT_SECONDS("5", Kind.COUNT, "Longest time of one search in the database; then 400 `tooMany`."),
    TRUSTED_PROXIES(
            "",
            Kind.ADDRESSES,
            "Addresses (`10.0.0.7`) and ranges (`10.0.0.0/8`) of reverse proxies, with commas between: only from these are"
                    + " `Forwarded` and `X-Forwarded-Proto`, `-Host` and `-Port` believed."),
    LOG_FORMAT(
            "text",
            Kind.LOG_FORMAT,
            "`json`: Usher's log goes to standard output as one JSON object a line, each request among them with its"
                    + " id, tenant, route, status and duration."),
    METRICS_TOKEN(
            "",
            Kind.SECRET,
            "Bearer token that reads `/ops/metrics`. Without it only a platform administrator's password does."),
    JMX_TENANTS(
            "100",
            Kind.COUNT_OR_OFF,
            "Tenants that have a management bean and metrics of their own, the first by name."),
    AUDIT_DAYS(
            "0",
            Kind.COUNT_OR_OFF,
            "Days that acts of administrators are kept, and up to one more; 0 for ever. The chain of those that are left still"
                    + " proves itself."),
    EVENT_DAYS("365", Kind.COUNT_OR_OFF, "Days that provisioning events are kept; 0 for ever."),
    OUTBOX_DAYS(
            "365",
            Kind.COUNT_OR_OFF,
            "Days that the outbox keeps what became of users and groups for a change feed, which is still to come; 0 for"
                    + " ever."),
    JOB_DAYS("90", Kind.COUNT_OR_OFF, "Days that finished jobs and their items are kept; 0 for ever."),
    MAIL_HOST("", Kind.TEXT, "Mail server (SMTP). Without it mail waits in the outbox, and leaves when there is one."),
    MAIL_PORT("587", Kind.PORT, "Port of the mail server."),
    MAIL_TLS(
            "auto",
            Kind.TLS,
            "`tls` from the first byte, `starttls` always, `none`, or `auto`: `tls` on port 465, else `starttls` where"
                    + " the server offers it; never a password without one of them, except to loopback."),
    MAIL_USER("", Kind.TEXT, "Name at the mail server."),
    MAIL_PASSWORD("", Kind.SECRET, "Password at the mail server."),
    MAIL_FROM(
            "",
            Kind.MAILBOX,
            "Sender of Usher's mails, as `usher@firm.example` or `Backups <usher@firm.example>`. Mail waits without it."),
    MAIL_TIMEOUT_SECONDS("20", Kind.COUNT, "Longest wait for the mail server, for each answer."),
    MAIL_RETRY_SECONDS(
            "30", Kind.COUNT, "First pause after a failed try; each further one is twice as long, at most six hours."),
    MAIL_TRIES("20", Kind.COUNT, "Tries after which a mail is a dead letter; with the usual pauses, three days."),
    OIDC_ISSUER(
            "",
            Kind.URL,
            "Issuer of the OpenID provider by which administrators can sign in, exactly as it calls itself; https, or"
                    + " http on loopback. Without it only passwords."),
    OIDC_CLIENT_ID("", Kind.TEXT, "Name of Usher at the OpenID provider."),
    OIDC_CLIENT_SECRET("", Kind.SECRET, "Secret of Usher at the OpenID provider."),
    OIDC_NAME("single sign-on", Kind.TEXT, "What the sign-in page calls the OpenID provider."),
    GUARD_PERCENT(
            "5",
            Kind.COUNT,
            "Deactivations by an identity provider in the guard's time, in percent of a tenant's users: more of them,"
                    + " and more than `USHER_GUARD_USERS`, wait for an administrator."),
    GUARD_USERS("20", Kind.COUNT, "Deactivations in the guard's time that never wait, however few users there are."),
    GUARD_MOST(
            "500",
            Kind.COUNT,
            "Deactivations in the guard's time above which they wait, however many users there are."),
    GUARD_MINUTES("60", Kind.COUNT, "The guard's time."),
    SERVER_TIMING(
            "false",
            Kind.FLAG,
            "Adds `Server-Timing: sql;desc=\"N\"` to each answer: the round trips to the database. For tests and"
                    + " measuring.");

    /** How the line to the mail server is protected. */
    public enum MailTls {
        /** {@link #TLS} on port 465, else STARTTLS where it is offered; with a password always, except to loopback. */
        AUTO,
        /** STARTTLS, or no mail. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In the clear. */
        NONE
    }

    /** What a value must look like. */
    enum Kind {
        TEXT("text"),
        SECRET("secret"),
        URL("URL"),
        DATABASE_URL("JDBC URL"),
        PORT("port"),
        COUNT("number"),
        COUNT_OR_OFF("number"),
        DEPTH("number"),
        BYTES("bytes"),
        ADDRESSES("IP addresses"),
        LOG_FORMAT("`text` or `json`"),
        FLAG("true or false"),
        TLS("word"),
        MAILBOX("mail address");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }
    }

    private final String fallback;
    private final Kind kind;
    private final String purpose;

    Setting(String fallback, Kind kind, String purpose) {
        this.fallback = fallback;
        this.kind = kind;
        this.purpose = purpose;
    }

    /** The name in the environment: {@code USHER_HTTP_PORT}. */
    public String variable() {
        return "USHER_" + name();
    }

    /** The name as a system property: {@code usher.http.port}. */
    public String property() {
        return "usher." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The value where none is given; blank for none. */
    public String fallback() {
        return fallback;
    }

    /** What its value counts or is. */
    public String unit() {
        return kind.unit;
    }

    /** What it does, in one or two sentences of Markdown. */
    public String purpose() {
        return purpose;
    }

    Kind kind() {
        return kind;
    }

    static Optional<Setting> byProperty(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.property().equals(name))
                .findAny();
    }

    static Optional<Setting> byVariable(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(name))
                .findAny();
    }
}
