package vn.motcua.processing.casework;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.absence.Absence;
import vn.motcua.processing.absence.Absences;
import vn.motcua.processing.officer.Officer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Gives an officer the most urgent case of their department that nobody holds. */
@ApplicationScoped
class ClaimNext {
    /** What somebody else is claiming at this moment is passed over, so that nobody waits for another and no case goes to two. */
    private static final String PICK =
            "select id, revision from cases where unit = ? and department = ? and rank = 0 and state = 'OPEN'"
                    + " and pending_event is null and not frozen order by urgent_at, id limit 1 for update skip locked";

    private static final String HELD =
            "select count(*) from cases where unit = ? and holder = ? and state = 'CLAIMED' and department = ? and lease_until > ?";

    @Inject
    ActOnCase acts;

    @Inject
    Absences absences;

    @Inject
    ProcessingConfig config;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    private record Picked(UUID id, long revision) {}

    /**
     * @return the claimed case, or null where none is free
     * @throws ProblemException {@code officer-absent} while the officer is away, {@code enough-in-progress} where they hold as many
     *     as the department lets one person hold
     */
    @Transactional
    Examination claim(String unit, String department, Officer officer) {
        Instant now = clock.instant();
        Absence away = absences.now(unit, officer.subject(), now);
        if (away != null) {
            throw new ProblemException(ProcessingProblem.OFFICER_ABSENT)
                    .with("absentUntil", away.ends())
                    .with("absence", away.id());
        }
        enough(unit, department, officer, now);
        List<Picked> free = Sql.query(
                source, PICK, row -> new Picked(row.getObject(1, UUID.class), row.getLong(2)), unit, department);
        if (free.isEmpty()) {
            return null;
        }
        Picked next = free.get(0);
        return acts.act(next.id(), new CaseAction.Claim(null), Revision.etag(next.revision()), officer);
    }

    /** Counted under a lock of the officer's own: pressing twice at once gives no more than pressing one after the other. */
    private void enough(String unit, String department, Officer officer, Instant now) {
        Sql.query(
                source,
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> true,
                "next " + unit + " " + officer.subject());
        int most = config.inProgressOf().getOrDefault(department, config.inProgress());
        int held = Sql.query(source, HELD, row -> row.getInt(1), unit, officer.subject(), department, now)
                .get(0);
        if (held >= most) {
            throw new ProblemException(ProcessingProblem.ENOUGH_IN_PROGRESS, held, most)
                    .with("held", held)
                    .with("limit", most)
                    .with("department", department);
        }
    }
}
