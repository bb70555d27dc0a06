package dev.usher.platform;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which JDBC URLs Usher takes: H2 within the process, or one host of MySQL or MariaDB. With several hosts Connector/J would
 * choose one for each connection, and by its own rules read from one what it wrote to another, or take connections for
 * read-only.
 */
final class DatabaseUrl {
    /** What an operator is told. */
    static final String WANTED =
            "jdbc:mysql://HOST:PORT/SCHEMA (for MariaDB too) or jdbc:h2:… without a server of its own;"
                    + " of several database servers, the one address of the router before them";

    private static final String H2 = "jdbc:h2:";
    private static final String MYSQL = "jdbc:mysql://";
    private static final Pattern H2_SERVER = Pattern.compile("jdbc:h2:(tcp|ssl):.*", Pattern.CASE_INSENSITIVE);
    /** It asks the name service for several hosts, as the scheme {@code jdbc:mysql+srv:} does. */
    private static final Pattern HOSTS_BY_DNS = Pattern.compile("[?&]dnsSrv=(?!false)", Pattern.CASE_INSENSITIVE);

    private DatabaseUrl() {}

    static String file(Path file) {
        return H2 + "file:" + file;
    }

    static boolean embedded(String url) {
        return url.startsWith(H2);
    }

    static boolean valid(String url) {
        return embedded(url)
                ? !H2_SERVER.matcher(url).matches()
                : url.startsWith(MYSQL) && !HOSTS_BY_DNS.matcher(url).find() && namesOneHost(url);
    }

    private static boolean namesOneHost(String url) {
        String hosts = url.substring(MYSQL.length()).split("[/?]", 2)[0];
        return !hosts.replaceAll("\\([^)]*\\)", "").contains(","); // (host=one,port=3306) is one
    }
}
