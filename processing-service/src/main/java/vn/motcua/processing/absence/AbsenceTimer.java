package vn.motcua.processing.absence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.timer.TimerTask;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Hands over what an officer holds when an absence entered beforehand begins. */
@ApplicationScoped
class AbsenceTimer implements TimerTask {
    static final String TASK = "absence.begin";

    @Inject
    Absences absences;

    @Inject
    HeldCases held;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Absence absence = absences.locked(UUID.fromString(instance));
        if (absence == null || absence.handedOverAt() != null || !absence.at(now)) {
            return;
        }
        HeldCases.Handed handed = held.handOver(absence, now);
        absences.handedOver(absence.id(), now, handed.on(), handed.back());
    }
}
