package dev.usher.monitoring.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Route;
import dev.usher.platform.Traffic;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.NotificationBroadcasterSupport;
import org.junit.jupiter.api.Test;

/** Prints {@code docs/operate/jmx.md}: with {@code -Dpage.write=true} into the file, else beside it. */
class JmxPageTest {
    private static final Path PAGE = Path.of("docs/operate/jmx.md");
    private static final Map<String, Class<?>> BEANS = new LinkedHashMap<>();

    static {
        BEANS.put("usher:type=Server", ServerMXBean.class);
        BEANS.put("usher:type=DataSource", DataSourceMXBean.class);
        BEANS.put("usher:type=Outbox", OutboxMXBean.class);
        BEANS.put("usher:type=Jobs", JobsMXBean.class);
        BEANS.put("usher:type=Provisioning", ProvisioningMXBean.class);
        BEANS.put("usher:type=Mappings", MappingsMXBean.class);
        BEANS.put("usher:type=Audit", AuditMXBean.class);
        BEANS.put("usher:type=Endpoint,route=*", EndpointMXBean.class);
        BEANS.put("usher:type=Tenant,name=*", TenantMXBean.class);
    }

    @Test
    void isCurrent() throws IOException {
        String page = page();
        if (Boolean.getBoolean("page.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("mvn test -Dtest=JmxPageTest -Dpage.write=true writes it anew")
                .isEqualTo(page);
    }

    @Test
    void thePageOfMetricsBoundsThemAlike() throws IOException {
        assertThat(Files.readString(Path.of("docs/operate/monitor.md")))
                .contains("%d routes".formatted(Route.values().length))
                .contains(String.format(Locale.ROOT, "where %,d other tenants", Traffic.MOST_TENANTS));
    }

    @Test
    void everythingIsDescribedInSentences() {
        BEANS.forEach((name, type) -> {
            MBeanInfo info = info(type);
            assertThat(info.getDescription()).as(name).endsWith(".");
            assertThat(info.getAttributes())
                    .as(name)
                    .allSatisfy(each ->
                            assertThat(each.getDescription()).as(each.getName()).endsWith("."));
            assertThat(info.getOperations())
                    .as(name)
                    .allSatisfy(each ->
                            assertThat(each.getDescription()).as(each.getName()).endsWith("."));
        });
    }

    private static String page() {
        return """
                # Management beans

                Every node registers its beans in domain `usher` of the platform's MBean server. They are MXBeans: any console
                reads them without Usher's classes. "Since the start" is of this node, and does not survive a restart;
                what concerns the whole cluster says so. Attributes are read from memory and never wait for the database.

                JMX is reached as on any Java process: from the same machine by `jconsole` and the process id; from outside
                once the process was started with `-Dcom.sun.management.jmxremote.port=9010` and the options for
                its TLS and passwords. WildFly and Payara Server have their own remote connectors, which show the same beans.

                This page is printed from the beans. There is one `Endpoint` bean for each of the %d routes, and one
                `Tenant` bean for each of the first `USHER_JMX_TENANTS` tenants by name.

                %s
                ## Routes

                The keys `route` of `Endpoint` beans, which are labels of metrics too.

                %s
                """.formatted(
                        Route.values().length,
                        BEANS.entrySet().stream()
                                .map(bean -> section(bean.getKey(), info(bean.getValue())))
                                .collect(Collectors.joining("\n")),
                        routes());
    }

    private static String routes() {
        return Arrays.stream(Route.values())
                .map(route -> "| `%s` | %s |".formatted(route.label(), route.requests()))
                .collect(Collectors.joining("\n", "| route | requests |\n|---|---|\n", ""));
    }

    private static String section(String name, MBeanInfo info) {
        var text = new StringBuilder("## `%s`\n\n%s\n\n| attribute | type | what it is |\n|---|---|---|\n"
                .formatted(name, info.getDescription()));
        // Reflection promises no order.
        Arrays.stream(info.getAttributes())
                .sorted(Comparator.comparing(MBeanAttributeInfo::getName))
                .forEach(each -> text.append("| `%s` | %s | %s |\n"
                        .formatted(each.getName(), shortened(each.getType()), each.getDescription())));
        if (info.getOperations().length > 0) {
            text.append("\n| operation | what it does |\n|---|---|\n");
        }
        Arrays.stream(info.getOperations())
                .sorted(Comparator.comparing(MBeanOperationInfo::getName))
                .forEach(each -> text.append("| `%s` | %s |\n".formatted(signature(each), each.getDescription())));
        if (info.getNotifications().length > 0) {
            text.append("\n| notification | when |\n|---|---|\n");
        }
        Arrays.stream(info.getNotifications()).forEach(each -> text.append(line(each)));
        return text.toString();
    }

    private static String line(MBeanNotificationInfo info) {
        return "| `%s` | %s |\n".formatted(String.join("`, `", info.getNotifTypes()), info.getDescription());
    }

    private static String signature(MBeanOperationInfo operation) {
        return operation.getName()
                + Arrays.stream(operation.getSignature())
                        .map(each -> each.getName())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String shortened(String type) {
        String bare = type.startsWith("[L") ? type.substring(2, type.length() - 1) + "[]" : type;
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static <T> MBeanInfo info(Class<T> type) {
        T bean = type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
        var news = type.equals(ServerMXBean.class)
                ? new NotificationBroadcasterSupport(Registrar.READINESS)
                : type.equals(AuditMXBean.class)
                        ? new NotificationBroadcasterSupport(Registrar.BROKEN)
                        : new NotificationBroadcasterSupport();
        return new DescribedBean(bean, type, news).getMBeanInfo();
    }
}
