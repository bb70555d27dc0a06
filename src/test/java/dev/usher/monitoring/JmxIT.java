package dev.usher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.tools.attach.VirtualMachine;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The management beans from outside the process, by a client that has none of our classes in use. */
class JmxIT {
    private static final Pattern BEAN = Pattern.compile("^## `(.+)`$");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| [A-Za-z\\[\\]]+ \\| .*$");
    private static final String[] STRING = {String.class.getName()};
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static JMXConnector connector;
    private static MBeanServerConnection beans;
    private static TestTenant tenant;

    @BeforeAll
    static void connect() throws Exception {
        tenant = TestTenant.create();
        tenant.createUser("jmx@firm.example");
        var machine = VirtualMachine.attach(Long.toString(UsherServer.shared().pid()));
        try {
            connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        beans = connector.getMBeanServerConnection();
    }

    @AfterAll
    static void disconnect() throws IOException {
        connector.close();
    }

    @Test
    void readsEveryNameThatThePageHas() throws Exception {
        var missing = new ArrayList<String>();
        int read = 0;
        ObjectName pattern = new ObjectName("usher:type=Server");
        awaitTenant();
        for (String line : Files.readAllLines(Path.of("docs/operate/jmx.md"))) {
            var bean = BEAN.matcher(line);
            var row = ROW.matcher(line);
            if (bean.matches()) {
                pattern = new ObjectName(bean.group(1));
                if (beans.queryNames(pattern, null).isEmpty()) {
                    missing.add(pattern.toString());
                }
            } else if (row.matches()) {
                for (ObjectName name : beans.queryNames(pattern, null)) {
                    if (beans.getAttribute(name, row.group(1)) == null) {
                        missing.add(name + " " + row.group(1));
                    }
                    read++;
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(read).isGreaterThan(200);
        System.out.println("attributes read from outside: " + read);
    }

    @Test
    void hasNothingThatThePageLacks() throws Exception {
        String page = Files.readString(Path.of("docs/operate/jmx.md"));
        Set<String> types = beans.queryNames(new ObjectName("usher:*"), null).stream()
                .map(name -> "usher:type=" + name.getKeyProperty("type"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(types).hasSize(9).allSatisfy(type -> assertThat(page).contains("## `" + type));
    }

    @Test
    void countsAndTimesRequestsByRoute() throws Exception {
        var route = new ObjectName("usher:type=Endpoint,route=users-create");
        long before = (Long) beans.getAttribute(route, "Requests");

        tenant.createUser("counted@firm.example");

        awaitMore(route, "Requests", before);
        assertThat((Double) beans.getAttribute(route, "Percentile99Millis")).isPositive();
        assertThat(beans.getAttribute(route, "Path")).isEqualTo("POST /scim/v2/Users");
    }

    @Test
    void countsRequestsThatWereRefusedAtTheDoor() throws Exception {
        var route = new ObjectName("usher:type=Endpoint,route=users-list");
        long before = (Long) beans.getAttribute(route, "Refusals");

        tenant.scim().bearer("ush_wrong").get("/Users").expect(401);

        awaitMore(route, "Refusals", before);
    }

    @Test
    void verifiesAChainAndShowsAnOrderByOperation() throws Exception {
        var report = (CompositeData)
                beans.invoke(new ObjectName("usher:type=Audit"), "verify", new Object[] {tenant.name()}, STRING);
        var order = (CompositeData[])
                beans.invoke(new ObjectName("usher:type=Mappings"), "order", new Object[] {tenant.name()}, STRING);

        assertThat(report.get("intact")).isEqualTo(true);
        assertThat((Long) report.get("events")).isGreaterThan(3);
        assertThat(order)
                .singleElement()
                .satisfies(row -> assertThat(row.get("criteria")).isEqualTo("all users"));
    }

    @Test
    void describesItsAttributesOperationsAndNotifications() throws Exception {
        var server = beans.getMBeanInfo(new ObjectName("usher:type=Server"));
        var audit = beans.getMBeanInfo(new ObjectName("usher:type=Audit"));

        assertThat(List.of(server.getAttributes()))
                .allSatisfy(each -> assertThat(each.getDescription()).endsWith("."));
        assertThat(server.getNotifications()[0].getNotifTypes()).contains("usher.ready.lost", "usher.ready.regained");
        assertThat(audit.getOperations()[0].getSignature()[0].getName()).isEqualTo("tenant");
    }

    @Test
    void tellsAListenerOutsideOfAChainThatContradictsTheLog() throws Exception {
        var audit = new ObjectName("usher:type=Audit");
        var heard = new LinkedBlockingQueue<Notification>();
        NotificationListener listener = (news, handback) -> heard.add(news);
        beans.addNotificationListener(audit, listener, null, null);

        try {
            var report = (CompositeData)
                    beans.invoke(audit, "compare", new Object[] {tenant.name(), 1L, "0".repeat(64)}, new String[] {
                        String.class.getName(), "long", String.class.getName()
                    });

            assertThat(report.get("intact")).isEqualTo(false);
            assertThat((String[]) report.get("faults"))
                    .singleElement()
                    .asString()
                    .startsWith("CHANGED 1");
            var news = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(news).isNotNull();
            assertThat(news.getType()).isEqualTo("usher.audit.broken");
            assertThat(news.getMessage()).contains(tenant.name());
        } finally {
            beans.removeNotificationListener(audit, listener);
        }
    }

    @Test
    void tellsAListenerOutsideThatReadinessIsLostAndRegained() throws Exception {
        var server = new ObjectName("usher:type=Server");
        var heard = new LinkedBlockingQueue<Notification>();
        NotificationListener listener = (news, handback) -> heard.add(news);
        var admin = UsherServer.http().below("/api/v1").basic("admin", UsherServer.PASSWORD);
        beans.addNotificationListener(server, listener, null, null);

        try {
            admin.put("/drain", "").expect(204);
            var lost = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            admin.delete("/drain").expect(204);
            var regained = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(lost).isNotNull();
            assertThat(lost.getType()).isEqualTo("usher.ready.lost");
            assertThat(regained).isNotNull();
            assertThat(regained.getType()).isEqualTo("usher.ready.regained");
        } finally {
            admin.delete("/drain").expect(204);
            beans.removeNotificationListener(server, listener);
        }
    }

    @Test
    void failsWithAMessageThatAnyConsoleCanRead() throws Exception {
        assertThatThrownBy(() -> beans.invoke(
                        new ObjectName("usher:type=Audit"), "verify", new Object[] {"no such tenant"}, STRING))
                .isInstanceOf(RuntimeMBeanException.class)
                .hasRootCauseMessage("There is no such tenant.");
    }

    /** A request is counted when its answer has left. */
    private static void awaitMore(ObjectName bean, String attribute, long before) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while ((Long) beans.getAttribute(bean, attribute) <= before) {
            assertThat(System.nanoTime()).as(bean + " counts").isLessThan(end);
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
    }

    /** Tenants are looked for every minute. */
    private static void awaitTenant() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (beans.queryNames(new ObjectName("usher:type=Tenant,name=*"), null)
                .isEmpty()) {
            assertThat(System.nanoTime()).as("a tenant's bean in time").isLessThan(end);
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
        }
    }
}
