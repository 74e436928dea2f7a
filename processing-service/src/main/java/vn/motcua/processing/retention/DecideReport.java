package vn.motcua.processing.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.timer.Timers;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.retention.RetentionReport.Decision;
import vn.motcua.processing.retention.RetentionReport.Person;
import vn.motcua.processing.retention.RetentionReport.State;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Says yes or no to a report. After a yes its items are destroyed one by one, soon after this transaction. */
@ApplicationScoped
class DecideReport {
    @Inject
    Retention retention;

    @Inject
    RetentionReports reports;

    @Inject
    RetentionReading reading;

    @Inject
    Timers timers;

    @Inject
    Clock clock;

    /**
     * @param ground on which it is approved, or the reason why not
     * @throws ProblemException where it is not known to the caller, is their own, is decided, was changed meanwhile, or, for a yes, does not
     *     stand as it was counted any more
     */
    @Transactional
    RetentionReport decide(UUID id, String ifMatch, boolean approved, String ground, Officer officer) {
        RetentionReport asked = require(id, officer);
        reports.lock(asked.unit());
        RetentionReport report = reports.of(id);
        Revision.require(ifMatch, report.revision(), () -> Map.of("state", report.state()));
        if (report.state() == State.SUPERSEDED) {
            throw new ProblemException(ProcessingProblem.RETENTION_REPORT_STALE);
        }
        if (report.state() != State.MADE) {
            throw new ProblemException(ProcessingProblem.RETENTION_REPORT_DECIDED).with("state", report.state());
        }
        if (report.madeBy().subject().equals(officer.subject())) {
            throw new ProblemException(ProcessingProblem.RETENTION_SAME_HAND);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (approved && stale(report, LegalTime.date(now))) {
            throw new ProblemException(ProcessingProblem.RETENTION_REPORT_STALE);
        }
        reports.decide(
                id, approved ? State.APPROVED : State.DECLINED, new Decision(Person.of(officer), now, ground.strip()));
        if (approved) {
            timers.next(RetentionRound.TASK, Duration.ZERO);
        }
        return reports.of(id);
    }

    private RetentionReport require(UUID id, Officer officer) {
        RetentionReport report = reports.of(id, officer.units());
        if (report == null) {
            throw new ProblemException(ProcessingProblem.RETENTION_REPORT_NOT_FOUND);
        }
        return report;
    }

    /** Too old, or counted under rules that are not in force any more. */
    private boolean stale(RetentionReport report, LocalDate today) {
        Map<RetentionKind, RetentionRule> rules = retention.rules(today);
        return today.isAfter(report.decideUntil())
                || reading.kinds(report.id()).stream()
                        .anyMatch(each -> !rules.get(each.kind()).is(each.kind(), each.ruleVersion()));
    }
}
