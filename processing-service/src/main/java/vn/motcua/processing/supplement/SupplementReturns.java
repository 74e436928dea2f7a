package vn.motcua.processing.supplement;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.calendar.Calendars;
import vn.motcua.processing.calendar.WorkCalendar;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.UUID;

/**
 * The two clocks of an incomplete dossier (domain notes §1.2): the specialist returns it within 2 working days of receiving the case, the
 * person is told within 1 working day of that. Being late forbids nothing: it is counted and can be seen.
 */
@ApplicationScoped
public class SupplementReturns {
    /** Working days from the receipt in the department to the return. */
    static final int RETURN_DAYS = 2;

    /** Working days from the return to telling the person. */
    static final int TELL_DAYS = 1;

    private static final String ASKED =
            """
            insert into supplement_return (id, case_id, unit, department, received_at, return_by, returned_at, tell_by, returned_by,
                returned_by_name)
            values (?,?,?,?,?,?,?,?,?,?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Calendars calendars;

    /** The case that is returned, and where it lay then. */
    public record Returned(UUID caseId, String unit, String department) {}

    /** Until when an incomplete dossier can be returned in time. */
    public Instant returnBy(String unit, Instant receivedAt) {
        return calendars.of(unit).plusWorkingDays(receivedAt, RETURN_DAYS);
    }

    /**
     * A specialist asks for a supplement; in the caller's transaction.
     *
     * @param receivedAt when the department received the case
     */
    public void asked(Returned returned, Instant receivedAt, Officer by, Instant at) {
        String unit = returned.unit();
        WorkCalendar calendar = calendars.of(unit);
        Sql.update(
                source,
                ASKED,
                UUID.randomUUID(),
                returned.caseId(),
                unit,
                returned.department(),
                receivedAt,
                calendar.plusWorkingDays(receivedAt, RETURN_DAYS),
                at,
                calendar.plusWorkingDays(at, TELL_DAYS),
                by.subject(),
                by.name());
    }

    /** The dossier took the request: with form 02 the person is told at that instant. */
    public void told(UUID caseId, Instant at) {
        Sql.update(
                source, "update supplement_return set told_at = ? where case_id = ? and told_at is null", at, caseId);
    }

    /** The dossier refused the request: nothing was returned. */
    public void refused(UUID caseId) {
        Sql.update(source, "delete from supplement_return where case_id = ? and told_at is null", caseId);
    }
}
