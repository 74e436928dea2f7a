package vn.motcua.processing.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.processing.casework.DecidedCase;
import vn.motcua.processing.result.Results;
import vn.motcua.processing.retention.RetentionReport.Person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Destroys the files of one item of an approved report, in a transaction of its own: looked at again under the lock of its case. */
@ApplicationScoped
class DestroyFiles {
    @Inject
    Retention retention;

    @Inject
    RetentionReports reports;

    @Inject
    DecidedCase cases;

    @Inject
    Results results;

    @Inject
    Clock clock;

    /** @return whether there was one */
    @Transactional(TxType.REQUIRES_NEW)
    boolean next() {
        RetentionItem item = reports.next();
        if (item == null) {
            return false;
        }
        cases.lock(item.caseId());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RetentionReport report = reports.of(item.report());
        KeptBecause because = because(item, report, LegalTime.date(at));
        if (because == null) {
            destroy(item, report, at);
        }
        reports.settle(item, because, at);
        reports.done(item.report(), at);
        return true;
    }

    private KeptBecause because(RetentionItem item, RetentionReport report, LocalDate today) {
        List<KeptFiles> found = retention.files(report.unit(), List.of(item.caseId()));
        if (found.isEmpty()) {
            return KeptBecause.CASE_OPEN; // it went to another unit, which keeps it now
        }
        return item.now(found.get(0), found.get(0).judged(retention.rules(today), today));
    }

    private void destroy(RetentionItem item, RetentionReport report, Instant at) {
        Map<RetentionKind, RetentionRule> rules = retention.rules(LegalTime.date(at));
        Person by = report.decided().by();
        results.destroy(item.caseId(), report.id(), rules.get(item.kind()).source(), at);
        cases.filesDestroyed(item.caseId(), by.subject(), by.name(), by.title(), at);
    }
}
