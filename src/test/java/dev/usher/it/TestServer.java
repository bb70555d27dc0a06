package dev.usher.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What carries the WAR in the tests: {@code -Dit.server=jar}, {@code payara} or {@code wildfly}. */
enum TestServer {
    /** The runnable jar, which is Payara Micro with the WAR inside. */
    JAR {
        @Override
        List<String> command(Path dataDir, int port) {
            return List.of(JAVA, "-Xmx512m", "-jar", PROGRAM.toAbsolutePath().toString());
        }

        /** Without G1's threads a start takes less of the processors; not tried with the other servers' own options. */
        @Override
        String quickStart() {
            return super.quickStart() + " -XX:+UseSerialGC";
        }
    },
    /** Payara Server with a domain of its own. */
    PAYARA {
        @Override
        List<String> command(Path dataDir, int port) throws IOException {
            return PayaraDomain.prepare(dataDir, port).command();
        }
    },
    /** WildFly, standalone, with a base folder of its own. */
    WILDFLY {
        @Override
        List<String> command(Path dataDir, int port) throws IOException {
            return WildFlyBase.prepare(dataDir, port).command();
        }
    };

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path PROGRAM = Path.of(System.getProperty("it.jar", "target/usher.jar"));

    static TestServer chosen() {
        return valueOf(System.getProperty("it.server", "jar").toUpperCase(Locale.ROOT));
    }

    /** Starting is most of what a server of tests does, and twice as dear with the optimizing compiler. */
    String quickStart() {
        return "-XX:TieredStopAtLevel=1";
    }

    /** Prepares what this server needs beside the data folder, and says how it is started; it listens on loopback. */
    abstract List<String> command(Path dataDir, int port) throws IOException;
}
