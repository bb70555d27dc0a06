package dev.usher.journal;

import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Counts the log's events by outcome, each once its transaction has committed: what is rolled back or tried again is none. */
@ApplicationScoped
class EventCount {
    @Inject
    private Meters meters;

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProvisioningEvent event) {
        meters.add(
                switch (event.outcome()) {
                    case ACCEPTED -> Meter.EVENTS_ACCEPTED;
                    case NO_CHANGE -> Meter.EVENTS_NO_CHANGE;
                    case REFUSED -> Meter.EVENTS_REFUSED;
                    case CONFLICT -> Meter.EVENTS_CONFLICT;
                });
    }
}
