package vn.motcua.processing.absence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.timer.Timers;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.DepartmentOfficers;
import vn.motcua.processing.officer.DepartmentOfficers.Named;
import vn.motcua.processing.officer.Officer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Writes down that an officer is away, hands over what they hold when it begins, and ends it early. */
@ApplicationScoped
class EnterAbsence {
    private static final Duration LONGEST = Duration.ofDays(366);

    @Inject
    Absences absences;

    @Inject
    DepartmentOfficers officers;

    @Inject
    HeldCases held;

    @Inject
    Timers timers;

    @Inject
    Clock clock;

    /** Who is away, from when to when, and who stands in; {@code subject} null for the one who enters it. */
    record Asked(String unit, String department, String subject, Instant begins, Instant ends, String substitute) {}

    /** @throws ProblemException where the times do not fit, somebody is not known, or there is an absence in this time already */
    @Transactional
    Absence enter(Asked asked, Officer by) {
        Instant now = now();
        String subject = asked.subject() == null ? by.subject() : asked.subject();
        Instant begins = asked.begins() == null || asked.begins().isBefore(now) ? now : ms(asked.begins());
        Instant ends = ms(asked.ends());
        boolean tooFar = begins.isAfter(now.plus(LONGEST))
                || Duration.between(begins, ends).compareTo(LONGEST) > 0;
        if (!ends.isAfter(begins) || tooFar) {
            throw new ProblemException(ProcessingProblem.ABSENCE_TIMES).violation("/ends", "after begins and now");
        }
        Named away =
                subject.equals(by.subject()) ? new Named(by.subject(), by.name()) : known(asked, subject, "/subject");
        Named substitute = asked.substitute() == null ? null : known(asked, asked.substitute(), "/substitute");
        if (subject.equals(asked.substitute())) {
            throw new ProblemException(ProcessingProblem.UNKNOWN_OFFICER).violation("/substitute", "the same");
        }
        absences.lock(asked.unit(), subject);
        if (absences.overlaps(asked.unit(), subject, begins, ends)) {
            throw new ProblemException(ProcessingProblem.ABSENCE_OVERLAPS);
        }
        Absence absence = new Absence(
                UUID.randomUUID(),
                asked.unit(),
                asked.department(),
                subject,
                away.name(),
                substitute == null ? null : substitute.subject(),
                substitute == null ? null : substitute.name(),
                begins,
                ends,
                1,
                null,
                0,
                0);
        absences.add(absence, by, now);
        if (absence.at(now)) {
            handOver(absence, now);
        } else {
            timers.schedule(AbsenceTimer.TASK, absence.id().toString(), begins);
        }
        return absences.locked(absence.id());
    }

    /** Somebody who was seen in the department; a substitute who is away themselves takes nothing over. */
    private Named known(Asked asked, String subject, String pointer) {
        Named named = officers.named(asked.unit(), asked.department(), subject);
        if (named == null) {
            throw new ProblemException(ProcessingProblem.UNKNOWN_OFFICER).violation(pointer, "unknown");
        }
        return named;
    }

    /** Once, when the absence begins. */
    void handOver(Absence absence, Instant now) {
        HeldCases.Handed handed = held.handOver(absence, now);
        absences.handedOver(absence.id(), now, handed.on(), handed.back());
    }

    /**
     * Ends an absence now, before its time.
     *
     * @throws ProblemException where it is not known to the caller, is over, or was changed meanwhile
     */
    @Transactional
    void end(UUID id, String ifMatch, Officer by) {
        Instant now = now();
        Absence absence = absences.locked(id);
        boolean theirs = absence != null
                && by.units().contains(absence.unit())
                && (by.has("director") || absence.subject().equals(by.subject()));
        if (!theirs) {
            throw new ProblemException(ProcessingProblem.ABSENCE_NOT_FOUND);
        }
        Revision.require(ifMatch, absence.revision(), () -> Map.of("ends", absence.ends()));
        if (!absence.ends().isAfter(now)) {
            throw new ProblemException(ProcessingProblem.ABSENCE_OVER);
        }
        timers.cancel(AbsenceTimer.TASK, id.toString());
        absences.end(absence, now);
    }

    private Instant now() {
        return ms(clock.instant());
    }

    private static Instant ms(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
