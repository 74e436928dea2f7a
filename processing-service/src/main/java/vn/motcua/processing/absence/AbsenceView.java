package vn.motcua.processing.absence;

import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.UUID;

/**
 * An absence as officers see it. Instants are UTC.
 *
 * @param mine whether the caller is the one away
 * @param now whether it has begun
 * @param handedOn how many cases went to the substitute when it began
 * @param givenBack how many went back to the queue then
 * @param revision for If-Match
 */
record AbsenceView(
        UUID id,
        String unit,
        String department,
        String subject,
        String name,
        String substitute,
        String substituteName,
        Instant begins,
        Instant ends,
        boolean mine,
        boolean now,
        int handedOn,
        int givenBack,
        long revision) {
    static AbsenceView of(Absence absence, Officer officer, Instant now) {
        return new AbsenceView(
                absence.id(),
                absence.unit(),
                absence.department(),
                absence.subject(),
                absence.name(),
                absence.substitute(),
                absence.substituteName(),
                absence.begins(),
                absence.ends(),
                absence.subject().equals(officer.subject()),
                absence.at(now),
                absence.handedOn(),
                absence.givenBack(),
                absence.revision());
    }
}
