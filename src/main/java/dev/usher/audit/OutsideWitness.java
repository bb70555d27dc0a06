package dev.usher.audit;

import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;

/**
 * Writes each chain's end to the log once its act is committed. A log that is kept elsewhere thus witnesses what the
 * database held: who computes a whole chain anew cannot make these lines fit.
 */
@ApplicationScoped
class OutsideWitness {
    private static final Logger LOG = System.getLogger(OutsideWitness.class.getName());

    @Inject
    private Meters meters;

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChainMoved moved) {
        meters.add(Meter.AUDIT_EVENTS);
        LOG.log(
                Level.INFO,
                "audit chain of tenant {0} ends with act {1}, hash {2}",
                Integer.toString(moved.tenant().number()),
                Long.toString(moved.end().seq()),
                HexFormat.of().formatHex(moved.end().hash()));
    }
}
