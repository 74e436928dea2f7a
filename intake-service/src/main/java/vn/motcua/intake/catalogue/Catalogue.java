package vn.motcua.intake.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.deadline.WorkCalendar;

import java.time.LocalDate;
import java.util.Optional;

/** The catalogue as this service last heard it: procedures, units and calendars from its own database, never from a call. */
@ApplicationScoped
public class Catalogue {
    /** One version of a procedure. */
    public Optional<Procedure> procedure(String code, int version) {
        throw new UnsupportedOperationException();
    }

    /** The version in force on a legal date; the newest if several are. */
    public Optional<Procedure> procedureOn(String code, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** A unit, in force or former. */
    public Optional<Unit> unit(String id) {
        throw new UnsupportedOperationException();
    }

    /** The national calendar of all years known, joined with the unit's office hours; usual hours for a unit that is not known. */
    public WorkCalendar calendarFor(String unitId) {
        throw new UnsupportedOperationException();
    }
}
