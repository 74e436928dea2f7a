package vn.motcua.processing.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.retention.KeptFiles.Verdict;
import vn.motcua.processing.retention.RetentionReport.Person;
import vn.motcua.processing.retention.RetentionReport.State;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts what could be destroyed in a unit today and writes it down; destroys nothing. */
@ApplicationScoped
class MakeReport {
    /** Cases in one report; what is over beyond comes with the next. */
    static final int ITEMS_MAX = 1000;

    private static final int LOOKED_AT = 500;
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    Retention retention;

    @Inject
    RetentionReports reports;

    @Inject
    Clock clock;

    /** Something whose time is over. */
    private record Over(KeptFiles files, Verdict verdict) {}

    /** @throws ProblemException while an approved one is not done, or where nothing is over */
    @Transactional
    RetentionReport make(String unit, Officer officer) {
        reports.lock(unit);
        RetentionReport open = reports.open(unit);
        if (open != null && open.state() == State.APPROVED) {
            throw new ProblemException(ProcessingProblem.RETENTION_RUNNING);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = LegalTime.date(now);
        List<Over> over = over(unit, today);
        if (over.isEmpty()) {
            throw new ProblemException(ProcessingProblem.RETENTION_NOTHING_OVER);
        }
        boolean more = over.size() > ITEMS_MAX;
        RetentionReport report = new RetentionReport(
                UUID.randomUUID(), unit, State.MADE, 1, today, more, Person.of(officer), now, null, null);
        if (open != null) {
            reports.supersede(open.id());
        }
        reports.add(report, items(report.id(), more ? over.subList(0, ITEMS_MAX) : over));
        return report;
    }

    /** One more than a report holds at most. */
    private List<Over> over(String unit, LocalDate today) {
        Map<RetentionKind, RetentionRule> rules = retention.rules(today);
        List<Over> over = new ArrayList<>();
        List<UUID> cases = retention.candidates(unit, today, FIRST, LOOKED_AT);
        while (!cases.isEmpty() && over.size() <= ITEMS_MAX) {
            for (KeptFiles files : retention.files(unit, cases)) {
                Verdict verdict = files.judged(rules, today);
                if (verdict.due() && over.size() <= ITEMS_MAX) {
                    over.add(new Over(files, verdict));
                }
            }
            cases = retention.candidates(unit, today, cases.get(cases.size() - 1), LOOKED_AT);
        }
        return over;
    }

    private static List<RetentionItem> items(UUID report, List<Over> over) {
        Comparator<Over> order = Comparator.<Over, RetentionKind>comparing(
                        each -> each.verdict().rule().kind())
                .thenComparing(each -> each.files().since())
                .thenComparing(each -> each.files().caseId());
        List<RetentionItem> items = new ArrayList<>();
        for (Over each : over.stream().sorted(order).toList()) {
            RetentionRule rule = each.verdict().rule();
            KeptFiles files = each.files();
            items.add(new RetentionItem(
                    report,
                    items.size() + 1,
                    files.caseId(),
                    files.code(),
                    files.number(),
                    rule.kind(),
                    rule.version(),
                    files.since(),
                    each.verdict().until(),
                    files.files(),
                    files.bytes()));
        }
        return items;
    }
}
