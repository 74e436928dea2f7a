package vn.motcua.processing.draft;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.calendar.Calendars;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The drafts offered to people, and the rules that ask for them. Whoever changes one holds the lock of its case. */
@ApplicationScoped
public class Drafts implements PanacheRepositoryBase<DraftOffer, UUID> {
    private static final String RULE =
            """
            select version, working_days, source from draft_rule where procedure_code = ? and channel = ? and in_force_on <= ?
            order by version desc limit 1
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Calendars calendars;

    /** Null where no draft is asked for on this legal day. */
    public DraftRule rule(String procedureCode, String channel, LocalDate day) {
        return Sql.query(
                        source,
                        RULE,
                        row -> row.getObject("working_days") == null
                                ? null
                                : new DraftRule(
                                        row.getInt("version"), row.getInt("working_days"), row.getString("source")),
                        procedureCode,
                        channel,
                        day)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Offers a file to the person; in the caller's transaction. The time runs in the working days of the unit. */
    public DraftOffer offer(UUID caseId, String unit, UUID resultId, DraftRule rule, Officer by, Instant at) {
        Instant until = calendars.of(unit).plusWorkingDays(at, rule.workingDays());
        DraftOffer offer = new DraftOffer(caseId, resultId, rule, by, at, until);
        persist(offer);
        return offer;
    }

    /**
     * Writes down the answer to an offer; in the caller's transaction.
     *
     * @throws ProblemException 404 where the case made no such offer, 409 where it waits for no answer any more
     */
    public DraftOffer answer(UUID caseId, UUID id, DraftAnswer answer, Instant at) {
        DraftOffer offer = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (offer == null || !offer.caseId().equals(caseId)) {
            throw new ProblemException(ProcessingProblem.DRAFT_NOT_FOUND);
        }
        if (offer.state() != DraftOffer.State.OFFERED) {
            throw new ProblemException(ProcessingProblem.DRAFT_NOT_OFFERED).with("draftState", offer.state());
        }
        offer.answer(answer, at);
        return offer;
    }

    /** The one that waits for an answer; null where none does. */
    public DraftOffer open(UUID caseId) {
        return find("caseId = ?1 and state = ?2", caseId, DraftOffer.State.OFFERED)
                .firstResult();
    }

    /** The event of the open offer still waits: the person cannot know of it. */
    public void untold(UUID caseId) {
        open(caseId).untold();
    }

    /**
     * The person can know of the open offer by now: where they could not as soon as it was made, its time is counted anew, once.
     *
     * @param left when its event left, UTC; null where that is not written down
     * @return until when, UTC; null where it was told in time
     */
    public Instant told(UUID caseId, String unit, DraftRule rule, Instant left, Instant at) {
        DraftOffer open = open(caseId);
        if (!open.late(left)) {
            open.told(open.offeredAt());
            return null;
        }
        open.told(at);
        open.counted(calendars.of(unit).plusWorkingDays(at, rule.workingDays()), at);
        return open.until();
    }

    /** A withdrawal was asked: from now on the time of the open offer stands still. */
    public void stops(UUID caseId, Instant at) {
        open(caseId).stops(at);
    }

    /**
     * The time of the open offer runs again, with what was left of it.
     *
     * @return until when, UTC
     */
    public Instant runs(UUID caseId, String unit, Instant at) {
        DraftOffer open = open(caseId);
        open.runs(
                open.stoppedAt() == null
                        ? open.until()
                        : calendars.of(unit).resumed(open.until(), open.stoppedAt(), at));
        return open.until();
    }

    /** The dossier has ended: nobody waits for an answer any more. */
    public void over(UUID caseId) {
        DraftOffer open = open(caseId);
        if (open != null) {
            open.over();
        }
    }

    /** Newest first. */
    List<DraftOffer> ofCase(UUID caseId, int most) {
        return find("caseId = ?1 order by offeredAt desc, id", caseId)
                .range(0, most - 1)
                .list();
    }
}
