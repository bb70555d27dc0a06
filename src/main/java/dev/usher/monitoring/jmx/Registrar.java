package dev.usher.monitoring.jmx;

import dev.usher.monitoring.Samples;
import dev.usher.platform.Route;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;

/**
 * Puts the beans into the platform's MBean server and takes them out again, and tells who listens when readiness is lost
 * and comes back, and when a chain was found broken. There are as many beans as routes, watched tenants and the eight
 * others.
 */
@ApplicationScoped
public class Registrar {
    /** The domain of all names. */
    public static final String DOMAIN = "usher";

    static final MBeanNotificationInfo READINESS = new MBeanNotificationInfo(
            new String[] {"usher.ready.lost", "usher.ready.regained"},
            Notification.class.getName(),
            "This node cannot serve requests any more, or can again.");
    static final MBeanNotificationInfo BROKEN = new MBeanNotificationInfo(
            new String[] {"usher.audit.broken"},
            Notification.class.getName(),
            "A verification found an audit chain that is not as it was recorded.");

    private static final Logger LOG = System.getLogger(Registrar.class.getName());

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final NotificationBroadcasterSupport readiness = new NotificationBroadcasterSupport(READINESS);
    private final NotificationBroadcasterSupport audit = new NotificationBroadcasterSupport(BROKEN);
    private final AtomicLong sequence = new AtomicLong();
    private final List<ObjectName> fixed = new ArrayList<>();
    private final Set<String> tenants = new HashSet<>();

    @Inject
    private Beans beans;

    @Inject
    private Samples samples;

    private boolean ready = true;

    /** Everything but tenants. */
    public synchronized void register() {
        add("Server", beans.server(), ServerMXBean.class, readiness);
        add("DataSource", beans.dataSource(), DataSourceMXBean.class, none());
        add("Outbox", beans.outbox(), OutboxMXBean.class, none());
        add("Jobs", beans.jobs(), JobsMXBean.class, none());
        add("Provisioning", beans.provisioning(), ProvisioningMXBean.class, none());
        add("Mappings", beans.mappings(), MappingsMXBean.class, none());
        add("Audit", beans.audit(this::broken), AuditMXBean.class, audit);
        for (Route route : Route.values()) {
            add("Endpoint,route=" + route.label(), beans.endpoint(route), EndpointMXBean.class, none());
        }
    }

    /** The tenants of the last sample, and the news about readiness. */
    public synchronized void refresh(boolean readyNow) {
        var wanted = samples.last().tenants().keySet();
        for (String gone :
                tenants.stream().filter(name -> !wanted.contains(name)).toList()) {
            remove(name("Tenant,name=" + gone));
            tenants.remove(gone);
        }
        for (String tenant : wanted) {
            if (tenants.add(tenant)) {
                put("Tenant,name=" + tenant, beans.tenant(tenant), TenantMXBean.class, none());
            }
        }
        if (ready != readyNow) {
            ready = readyNow;
            readiness.sendNotification(new Notification(
                    readyNow ? "usher.ready.regained" : "usher.ready.lost",
                    name("Server"),
                    sequence.incrementAndGet(),
                    readyNow ? "This node is ready again." : "The database does not answer, or this node drains."));
        }
    }

    /** Every bean that is there. */
    public synchronized void unregister() {
        fixed.forEach(this::remove);
        fixed.clear();
        tenants.forEach(tenant -> remove(name("Tenant,name=" + tenant)));
        tenants.clear();
    }

    private void broken(String tenant) {
        audit.sendNotification(new Notification(
                "usher.audit.broken",
                name("Audit"),
                sequence.incrementAndGet(),
                "The audit chain of " + (tenant.isEmpty() ? "the platform" : "tenant " + tenant) + " is broken."));
    }

    private <T> void add(String key, T bean, Class<T> type, NotificationBroadcasterSupport news) {
        fixed.add(put(key, bean, type, news));
    }

    private <T> ObjectName put(String key, T bean, Class<T> type, NotificationBroadcasterSupport news) {
        ObjectName name = name(key);
        try {
            if (server.isRegistered(name)) {
                server.unregisterMBean(name); // left by a deployment that did not end cleanly
            }
            server.registerMBean(new DescribedBean(bean, type, news), name);
        } catch (JMException e) {
            LOG.log(Level.WARNING, "the management bean " + name + " is missing", e);
        }
        return name;
    }

    private void remove(ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (JMException e) {
            LOG.log(Level.DEBUG, "the management bean is gone already", e);
        }
    }

    private static NotificationBroadcasterSupport none() {
        return new NotificationBroadcasterSupport();
    }

    private static ObjectName name(String key) {
        try {
            return new ObjectName(DOMAIN + ":type=" + key);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(key, e);
        }
    }
}
