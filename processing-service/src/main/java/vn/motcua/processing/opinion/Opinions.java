package vn.motcua.processing.opinion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.calendar.Calendars;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** All questions of cases to other departments. Whoever changes one holds the lock of its case. */
@ApplicationScoped
public class Opinions implements PanacheRepositoryBase<Opinion, UUID> {
    /** Open ones of one case: the form of the control slip has no room for more, and nobody could follow them. */
    private static final int OPEN_MOST = 10;

    /** How long another commune has to say what it knows, in its own working days (domain notes §7.5: marital status). */
    private static final int OTHER_COMMUNE_DAYS = 3;

    @Inject
    Calendars calendars;

    /**
     * What is asked of whom.
     *
     * @param askedAs the former unit that was named, null where {@code unit} was
     * @param amount in {@code limit}, of working time of the asked unit
     * @param usual the time is the one another commune has, not one that was chosen
     */
    public record Question(
            String unit,
            String department,
            String askedAs,
            String text,
            int amount,
            OpinionLimit limit,
            boolean usual) {

        /** A question with a time of the asker's choice. */
        public static Question within(
                String unit, String department, String askedAs, String text, int amount, OpinionLimit limit) {
            return new Question(unit, department, askedAs, text, amount, limit, false);
        }

        /** A question to another commune, with the time it has. */
        public static Question toCommune(String unit, String department, String askedAs, String text) {
            return new Question(unit, department, askedAs, text, OTHER_COMMUNE_DAYS, OpinionLimit.WORKING_DAY, true);
        }
    }

    /**
     * Asks; in the caller's transaction.
     *
     * @param caseDue the legal date of the case, null where there is none
     * @throws ProblemException 409 where that department is asked already or too many are, 422 where the time chosen ends after the case's date
     */
    public Opinion ask(UUID caseId, Instant caseDue, Question asked, Officer by, Instant at) {
        List<Opinion> open = open(caseId);
        if (open.size() >= OPEN_MOST) {
            throw new ProblemException(ProcessingProblem.TOO_MANY_OPINIONS, OPEN_MOST);
        }
        if (open.stream()
                .anyMatch(each -> each.askedUnit().equals(asked.unit())
                        && each.askedDepartment().equals(asked.department()))) {
            throw new ProblemException(ProcessingProblem.OPINION_ASKED_ALREADY);
        }
        Instant due = asked.limit().due(at, asked.amount(), calendars.of(asked.unit()));
        boolean caseInTime = caseDue != null && at.isBefore(caseDue);
        if (!asked.usual() && caseInTime && due.isAfter(caseDue)) {
            throw new ProblemException(ProcessingProblem.OPINION_AFTER_DUE)
                    .violation("/amount", "after the due date")
                    .with("due", caseDue)
                    .with("opinionDue", due);
        }
        Opinion opinion = new Opinion(caseId, asked.unit(), asked.department(), asked.text(), due, by, at);
        opinion.askedAs(asked.askedAs());
        persist(opinion);
        return opinion;
    }

    /**
     * Takes a question back; in the caller's transaction.
     *
     * @throws ProblemException 404 where the case did not ask it, 409 where it is no longer open
     */
    public Opinion withdraw(UUID caseId, UUID id, String reasonCode, Instant at) {
        Opinion opinion = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (opinion == null || !opinion.caseId().equals(caseId)) {
            throw new ProblemException(ProcessingProblem.OPINION_NOT_FOUND);
        }
        requireOpen(opinion);
        opinion.withdraw(reasonCode, at);
        return opinion;
    }

    /** The latest date among the open ones; null where none is open. Flushes first. */
    public Instant openUntil(UUID caseId) {
        flush();
        return until(open(caseId));
    }

    static Instant until(List<Opinion> all) {
        return all.stream()
                .filter(each -> each.state() == OpinionState.OPEN)
                .map(Opinion::due)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    static void requireOpen(Opinion opinion) {
        if (opinion.state() != OpinionState.OPEN) {
            throw new ProblemException(ProcessingProblem.OPINION_NOT_OPEN).with("state", opinion.state());
        }
    }

    List<Opinion> ofCase(UUID caseId, int most) {
        return find("caseId = ?1 order by askedAt, id", caseId)
                .range(0, most - 1)
                .list();
    }

    /** The dates of those that are awaited, the earliest first; each once. */
    public List<Instant> awaited(UUID caseId) {
        return open(caseId).stream().map(Opinion::due).distinct().sorted().toList();
    }

    /** Those that are not answered; ten at most. */
    public List<Opinion> open(UUID caseId) {
        return find("caseId = ?1 and state = ?2", caseId, OpinionState.OPEN).list();
    }
}
