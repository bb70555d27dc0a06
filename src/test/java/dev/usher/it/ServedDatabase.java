package dev.usher.it;

/** A database server that the tests started, with the programs that come with it. */
public interface ServedDatabase extends AutoCloseable {
    /** The JDBC URL up to the slash. */
    String address();

    /** Its command line client, as root on this server. */
    ProcessBuilder client(String... arguments);

    /** The program that writes its databases as SQL, as root on this server. */
    ProcessBuilder dump(String... arguments);

    @Override
    void close();
}
