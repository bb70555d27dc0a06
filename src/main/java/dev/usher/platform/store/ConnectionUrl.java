package dev.usher.platform.store;

import dev.usher.platform.Settings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a connection needs beside the operator's URL; whatever the URL says itself stays as it says. */
final class ConnectionUrl {
    private static final Map<String, String> H2 = new LinkedHashMap<>();
    private static final Map<String, String> MYSQL = new LinkedHashMap<>();
    private static final Pattern WRITE_DELAY = Pattern.compile(";WRITE_DELAY=[^;]*", Pattern.CASE_INSENSITIVE);

    static {
        H2.put("MODE", "MySQL"); // one SQL for all three
        H2.put("DATABASE_TO_LOWER", "TRUE");
        H2.put("WRITE_DELAY", "0"); // without it kill -9 lost up to 47,640 acknowledged rows
        H2.put("DB_CLOSE_ON_EXIT", "FALSE"); // H2's own shutdown hook would close under requests still running
        H2.put("DB_CLOSE_DELAY", "-1"); // the pool may shrink to nothing; Migrations closes it in the end
        H2.put("LOCK_TIMEOUT", "10000");
        H2.put(
                "QUERY_CACHE_SIZE",
                "64"); // a POST evicts all of its usual 8; each may hold its last result, so not many more
        H2.put("PAGE_SIZE", "2048"); // a POST writes some fifty pages anew: 120 kB of its usual 4,096, half of that so
        H2.put("TIME ZONE", "UTC"); // leases run by its clock, which must not jump with summer time
        H2.put("TRACE_LEVEL_FILE", "0"); // its trace file quotes the values of people's rows

        MYSQL.put("rewriteBatchedStatements", "true");
        MYSQL.put("characterEncoding", "UTF-8");
        MYSQL.put("connectionCollation", "utf8mb4_bin");
        MYSQL.put("continueBatchOnError", "false"); // else what follows a failed row is sent before anyone hears of it
        MYSQL.put("useLocalSessionState", "true"); // else it asks the server what it has set there itself
        MYSQL.put("cacheServerConfiguration", "true");
        MYSQL.put("cachePrepStmts", "true"); // else the driver reads each statement's text anew
        MYSQL.put("prepStmtCacheSize", "200");
        MYSQL.put("prepStmtCacheSqlLimit", "4096");
        MYSQL.put("connectTimeout", "5000");
        MYSQL.put("socketTimeout", "20000"); // the longest that a database which hangs keeps a request
        MYSQL.put("tcpKeepAlive", "true");
        // Its own 50 s for a lock outlast every client's patience; drivers rely on autocommit and completion_type;
        // leases and claims run by the database's clock, which must not jump with summer time.
        MYSQL.put("sessionVariables", "innodb_lock_wait_timeout=10,autocommit=1,completion_type=0,time_zone='+00:00'");
    }

    private ConnectionUrl() {}

    /** The URL with every option of H2 that Usher depends on; a database server's as it is. */
    static String complete(Settings settings) {
        String url = settings.dbUrl();
        if (!settings.dbEmbedded()) {
            return url;
        }
        String upper = url.toUpperCase(Locale.ROOT);
        var complete = new StringBuilder(url);
        H2.forEach((option, value) -> {
            if (!upper.contains(";" + option + "=")) {
                complete.append(';').append(option).append('=').append(value);
            }
        });
        return complete.toString();
    }

    /** The same for one more connection to a file that {@link EmbeddedFile} writes: H2 would write it itself meanwhile. */
    static String another(String complete) {
        return WRITE_DELAY.matcher(complete).replaceFirst("");
    }

    /** Connector/J's properties that the URL does not name itself. */
    static Map<String, String> mysqlDefaults(String url) {
        var missing = new LinkedHashMap<>(MYSQL);
        missing.keySet().removeIf(option -> url.contains(option + "="));
        return missing;
    }
}
