package dev.usher.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Every setting of this node, checked once at the start and the same until it stops. Inject it; its keys, defaults and
 * purposes stand in {@link Setting}.
 */
public final class Settings {
    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = new EnumMap<>(values);
    }

    /** The settings of this process: system properties before environment before defaults. */
    public static Settings ofProcess() {
        return read(System.getProperties(), System.getenv());
    }

    /**
     * Reads both sources. An {@code usher.*} property that is no setting, and any value that cannot be one, is an
     * {@link IllegalArgumentException} whose message is for the operator; {@link #unknown} tells of variables.
     */
    public static Settings read(Properties properties, Map<String, String> environment) {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("usher.") && Setting.byProperty(name).isEmpty()) {
                throw new IllegalArgumentException(
                        "unknown setting -D" + name + "; docs/operate/configuration.md has all");
            }
        }
        var values = new EnumMap<Setting, String>(Setting.class);
        for (Setting setting : Setting.values()) {
            String property = properties.getProperty(setting.property());
            String value =
                    property != null ? property : environment.getOrDefault(setting.variable(), setting.fallback());
            values.put(setting, SettingValue.checked(setting, value.strip()));
        }
        return new Settings(values);
    }

    /** Defaults, except for these; for tests and tools. */
    public static Settings with(Map<Setting, String> given) {
        var properties = new Properties();
        given.forEach((setting, value) -> properties.setProperty(setting.property(), value));
        return read(properties, Map.of());
    }

    /** {@code USHER_*} variables that are no setting; Kubernetes injects some, so they deserve a warning only. */
    public static List<String> unknown(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith("USHER_"))
                .filter(name -> Setting.byVariable(name).isEmpty())
                .sorted()
                .toList();
    }

    public String httpAddress() {
        return text(Setting.HTTP_ADDRESS);
    }

    public int httpPort() {
        return number(Setting.HTTP_PORT);
    }

    /** Without a slash at the end. */
    public Optional<URI> publicUrl() {
        return given(Setting.PUBLIC_URL)
                .map(url -> URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
    }

    /** Absolute. Blank means not given, and not the working folder. */
    public Path dataDir() {
        String given = given(Setting.DATA_DIR).orElse(Setting.DATA_DIR.fallback());
        return Path.of(given).toAbsolutePath().normalize();
    }

    /** What was set, or the H2 file in the data folder. */
    public String dbUrl() {
        return given(Setting.DB_URL).orElseGet(() -> DatabaseUrl.file(dataDir().resolve("usher")));
    }

    /** Whether it is kept within this process, by H2, and not by a database server. */
    public boolean dbEmbedded() {
        return DatabaseUrl.embedded(dbUrl());
    }

    /** Whether its file is in the data folder, since no URL says otherwise. */
    public boolean dbInDataDir() {
        return given(Setting.DB_URL).isEmpty();
    }

    public String dbUser() {
        return text(Setting.DB_USER);
    }

    public Secret dbPassword() {
        return new Secret(text(Setting.DB_PASSWORD));
    }

    /** From SIGTERM to the stop. */
    public Duration drainTime() {
        return Duration.ofSeconds(number(Setting.DRAIN_SECONDS));
    }

    public int dbPoolMax() {
        return number(Setting.DB_POOL_MAX);
    }

    /** Idle connections that are kept. */
    public int dbPoolMin() {
        return number(Setting.DB_POOL_MIN);
    }

    /** The longest wait for a connection. */
    public Duration dbPoolWait() {
        return Duration.ofSeconds(number(Setting.DB_POOL_WAIT_SECONDS));
    }

    public Optional<Secret> adminPassword() {
        return given(Setting.ADMIN_PASSWORD).map(Secret::new);
    }

    public Optional<Secret> secretKey() {
        return given(Setting.SECRET_KEY).map(Secret::new);
    }

    public Duration tokenLife() {
        return Duration.ofDays(number(Setting.TOKEN_DAYS));
    }

    /** Requests a second for each token; 0 is without limit. */
    public int rateLimit() {
        return number(Setting.RATE_LIMIT);
    }

    public int rateBurst() {
        return number(Setting.RATE_BURST);
    }

    public int bodyMaxBytes() {
        return number(Setting.BODY_MAX_BYTES);
    }

    public int bulkMaxBytes() {
        return number(Setting.BULK_MAX_BYTES);
    }

    public int bulkMaxOperations() {
        return number(Setting.BULK_MAX_OPERATIONS);
    }

    public int filterMaxCharacters() {
        return number(Setting.FILTER_MAX_CHARACTERS);
    }

    public int filterMaxDepth() {
        return number(Setting.FILTER_MAX_DEPTH);
    }

    public int filterMaxTerms() {
        return number(Setting.FILTER_MAX_TERMS);
    }

    /** Never more than {@link #pageMax}. */
    public int pageDefault() {
        return Math.min(number(Setting.PAGE_DEFAULT), pageMax());
    }

    public int pageMax() {
        return number(Setting.PAGE_MAX);
    }

    public Duration queryTimeout() {
        return Duration.ofSeconds(number(Setting.QUERY_TIMEOUT_SECONDS));
    }

    /** Whose forwarded headers are believed. */
    public AddressRanges trustedProxies() {
        return AddressRanges.parse(text(Setting.TRUSTED_PROXIES));
    }

    public boolean logsJson() {
        return text(Setting.LOG_FORMAT).equals("json");
    }

    /** Empty: no token reads metrics. */
    public Optional<Secret> metricsToken() {
        return given(Setting.METRICS_TOKEN).map(Secret::new);
    }

    /** How many tenants are watched one by one. */
    public int watchedTenants() {
        return number(Setting.JMX_TENANTS);
    }

    /** Empty: for ever. */
    public Optional<Duration> auditLife() {
        return days(Setting.AUDIT_DAYS);
    }

    /** Empty: for ever. */
    public Optional<Duration> eventLife() {
        return days(Setting.EVENT_DAYS);
    }

    /** Empty: for ever. */
    public Optional<Duration> factLife() {
        return days(Setting.OUTBOX_DAYS);
    }

    /** Empty: for ever. */
    public Optional<Duration> jobLife() {
        return days(Setting.JOB_DAYS);
    }

    /** Empty: no mail leaves. */
    public Optional<String> mailHost() {
        return given(Setting.MAIL_HOST);
    }

    public int mailPort() {
        return number(Setting.MAIL_PORT);
    }

    public Optional<String> mailUser() {
        return given(Setting.MAIL_USER);
    }

    public Optional<Secret> mailPassword() {
        return given(Setting.MAIL_PASSWORD).map(Secret::new);
    }

    public Optional<String> mailFrom() {
        return given(Setting.MAIL_FROM);
    }

    public Setting.MailTls mailTls() {
        return Setting.MailTls.valueOf(text(Setting.MAIL_TLS).toUpperCase(Locale.ROOT));
    }

    /** For each answer of the mail server. */
    public Duration mailTimeout() {
        return Duration.ofSeconds(number(Setting.MAIL_TIMEOUT_SECONDS));
    }

    /** The first pause after a failed try. */
    public Duration mailRetry() {
        return Duration.ofSeconds(number(Setting.MAIL_RETRY_SECONDS));
    }

    public int mailTries() {
        return number(Setting.MAIL_TRIES);
    }

    /** Empty: administrators sign in by passwords only. */
    public Optional<URI> oidcIssuer() {
        return given(Setting.OIDC_ISSUER).map(URI::create);
    }

    public Optional<String> oidcClientId() {
        return given(Setting.OIDC_CLIENT_ID);
    }

    public Optional<Secret> oidcClientSecret() {
        return given(Setting.OIDC_CLIENT_SECRET).map(Secret::new);
    }

    public String oidcName() {
        return text(Setting.OIDC_NAME);
    }

    /** Percent of a tenant's users. */
    public int guardPercent() {
        return number(Setting.GUARD_PERCENT);
    }

    /** So many deactivations never wait. */
    public int guardUsers() {
        return number(Setting.GUARD_USERS);
    }

    /** More deactivations than this always wait. */
    public int guardMost() {
        return number(Setting.GUARD_MOST);
    }

    public int guardMinutes() {
        return number(Setting.GUARD_MINUTES);
    }

    public boolean serverTiming() {
        return Boolean.parseBoolean(text(Setting.SERVER_TIMING));
    }

    /** The value as an operator may see it: stars for a secret that is set. */
    public String shown(Setting setting) {
        return shown(setting, text(setting));
    }

    /** Every key with its value, secrets hidden. */
    @Override
    public String toString() {
        var shown = new TreeMap<String, String>();
        values.forEach((setting, value) -> shown.put(setting.property(), shown(setting, value)));
        return shown.toString();
    }

    private static String shown(Setting setting, String value) {
        return SettingValue.hidden(setting) && !value.isEmpty() ? "***" : value;
    }

    private String text(Setting setting) {
        return Optional.ofNullable(values.get(setting)).orElseThrow();
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    private Optional<Duration> days(Setting setting) {
        return Optional.of(Duration.ofDays(number(setting))).filter(life -> !life.isZero());
    }

    private int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }
}
