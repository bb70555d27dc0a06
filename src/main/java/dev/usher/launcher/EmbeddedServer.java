package dev.usher.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The Payara Micro of this process. The jar that is handed out has its classes, but the compiler has not. */
final class EmbeddedServer {
    private static final String MICRO = "fish.payara.micro.PayaraMicro";
    /** The application registers it when it starts, and takes it out again when it does not come up. */
    private static final String NODE = "usher:type=Server";

    private EmbeddedServer() {}

    /** Returns when the application is deployed, or has failed to; nobody is listened to yet. */
    static void start(String[] arguments) {
        try {
            Class.forName(MICRO).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the server failed to start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there is no server in this jar; start target/usher.jar", e);
        }
    }

    /** Whether the application is up. It has another class loader, so it is looked for as any operator would look. */
    static boolean hasApplication() {
        return ManagementFactory.getPlatformMBeanServer().isRegistered(node());
    }

    /** The application's management bean. */
    static ObjectName node() {
        try {
            return new ObjectName(NODE);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(NODE, e);
        }
    }

    /**
     * Lets requests in, or keeps further ones out, by a command of the server's, as those that it reads when it starts. Its
     * own {@code run} asks the members of a cluster, and there is none; the runner beneath has no public way to it.
     */
    static void listen(boolean open) throws IOException {
        try {
            Class<?> type = Class.forName(MICRO);
            Object runtime = type.getMethod("getRuntime")
                    .invoke(type.getMethod("getInstance").invoke(null));
            var beneath = runtime.getClass().getDeclaredField("runtime");
            beneath.setAccessible(true);
            ClassLoader servers = runtime.getClass().getClassLoader();
            Object runner = Class.forName("org.glassfish.embeddable.GlassFish", false, servers)
                    .getMethod("getCommandRunner")
                    .invoke(beneath.get(runtime));
            Object result = Class.forName("org.glassfish.embeddable.CommandRunner", false, servers)
                    .getMethod("run", String.class, String[].class)
                    .invoke(runner, "set", new String[] {ServerFiles.listenerOpen(open)});
            Object status = Class.forName("org.glassfish.embeddable.CommandResult", false, servers)
                    .getMethod("getExitStatus")
                    .invoke(result);
            if ("FAILURE".equals(String.valueOf(status))) {
                throw new IOException("the server does not " + (open ? "open" : "close") + " its port");
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException("the server cannot be told to " + (open ? "open" : "close") + " its port", e);
        }
    }
}
