package dev.usher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Wait;
import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final String SERIES = "usher_events_accepted_total ";

    private final Metrics metrics = new Metrics();
    private final Meters meters = new Meters();

    @Test
    void countsOnAfterAGarbageCollection() throws Exception {
        Field field = Metrics.class.getDeclaredField("meters");
        field.setAccessible(true);
        field.set(metrics, meters);
        metrics.registerCounters();

        collectGarbage();
        meters.add(Meter.EVENTS_ACCEPTED);

        assertThat(metrics.written("text/plain; version=0.0.4").lines()).contains(SERIES + "1.0");
    }

    private static void collectGarbage() {
        var probe = new WeakReference<>(new byte[1]);
        Wait.until(Duration.ofSeconds(60), () -> {
            System.gc();
            return probe.get() == null;
        });
    }
}
