package dev.usher.monitoring.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usher.platform.Problem;
import jakarta.ejb.EJBException;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class DescribedBeanTest {
    /** What consoles call. */
    @Describe("Fails.")
    public interface FailingMXBean {
        @Describe("Fails in the server's way.")
        long getNumber();

        @Describe("Fails in the way that is asked for.")
        void fail(@Describe("how: refusal, argument or surprise.") String how);
    }

    private static final class Failing implements FailingMXBean {
        @Override
        public long getNumber() {
            throw new EJBException(new IllegalStateException("inside"));
        }

        @Override
        public void fail(String how) {
            throw switch (how) {
                case "refusal" -> new EJBException(Problem.invalid("Say it otherwise."));
                case "argument" -> new IllegalArgumentException("There is no such tenant.");
                default -> new EJBException("of the server");
            };
        }
    }

    @Test
    void failsWithExceptionsThatEveryConsoleHas() throws Exception {
        var server = ManagementFactory.getPlatformMBeanServer();
        var name = new ObjectName("usher-test:type=Failing");
        var bean = new DescribedBean(new Failing(), FailingMXBean.class, new NotificationBroadcasterSupport());
        server.registerMBean(bean, name);

        try {
            assertThat(said(() -> server.invoke(name, "fail", new Object[] {"refusal"}, STRING)))
                    .isEqualTo("Say it otherwise.");
            assertThat(said(() -> server.invoke(name, "fail", new Object[] {"argument"}, STRING)))
                    .isEqualTo("There is no such tenant.");
            assertThat(said(() -> server.invoke(name, "fail", new Object[] {"surprise"}, STRING)))
                    .contains("log");
            assertThat(said(() -> server.getAttribute(name, "Number"))).contains("log");
        } finally {
            server.unregisterMBean(name);
        }
    }

    private static final String[] STRING = {String.class.getName()};

    /** The innermost message, when every exception on the way to it is Java's own. */
    private static String said(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(Stream.iterate(thrown, each -> each != null, Throwable::getCause))
                .allSatisfy(each -> assertThat(each.getClass().getName()).startsWith("java"))
                .allSatisfy(each -> assertThat(each.getClass().getName()).doesNotStartWith("jakarta"));
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .orElse("");
    }
}
