package dev.usher.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A domain of Payara Server as it comes, but for its ports; what {@code packaging/payara/usher.asadmin} sets, as
 * install.md asks, and the WAR are given to it when it starts. What would restart a listener comes before any listens: in
 * a running domain it may stay away until the domain starts again, as install.md says.
 */
record PayaraDomain(Path home, Path domain, Path before, Path after) {
    private static final Path HOME = Path.of(System.getProperty("it.payara", "target/server/payara6"));
    private static final Path SCRIPT = Path.of("packaging/payara/usher.asadmin");
    private static final Path WAR = Path.of(System.getProperty("it.war", "target/usher.war"));
    private static final Pattern PORT =
            Pattern.compile("(port=\"|JMS_PROVIDER_PORT\" value=\"|telnet\\.port=)([0-9]{4})");
    private static final String HTTP = "8080";

    static PayaraDomain prepare(Path dataDir, int port) throws IOException {
        Path domains = Files.createDirectories(dataDir.resolveSibling(dataDir.getFileName() + "-payara"));
        var made = new PayaraDomain(
                HOME.toAbsolutePath(), domains.resolve("usher"), domains.resolve("before"), domains.resolve("after"));
        Folders.copy(made.home.resolve("glassfish/domains/domain1"), made.domain);
        Path configuration = made.domain.resolve("config/domain.xml");
        Files.writeString(configuration, withPorts(Files.readString(configuration), port));
        var commands = Files.readAllLines(SCRIPT).stream().collect(Collectors.partitioningBy(PayaraDomain::early));
        var late = new ArrayList<>(commands.get(false));
        late.add("deploy --name usher --contextroot / " + WAR.toAbsolutePath());
        Files.write(made.before, commands.get(true));
        Files.write(made.after, late);
        return made;
    }

    List<String> command() {
        return List.of(
                home.resolve("bin/asadmin").toString(),
                "start-domain",
                "--verbose",
                "--domaindir",
                domain.getParent().toString(),
                "--prebootcommandfile",
                before.toString(),
                "--postbootcommandfile",
                after.toString(),
                domain.getFileName().toString());
    }

    private static boolean early(String command) {
        return command.startsWith("set ") || command.startsWith("create-module-config ");
    }

    /** Each port becomes a free one, so that several domains run side by side; what ends the data grid comes too late. */
    private static String withPorts(String xml, int port) {
        var ports = new HashMap<String, String>();
        ports.put(HTTP, Integer.toString(port));
        return PORT.matcher(xml.replace(
                        "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">"))
                .replaceAll(found -> found.group(1)
                        + ports.computeIfAbsent(found.group(2), any -> Integer.toString(FreePort.next())));
    }
}
