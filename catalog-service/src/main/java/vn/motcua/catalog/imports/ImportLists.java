package vn.motcua.catalog.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.catalog.imports.ImportReport.BadRow;
import vn.motcua.catalog.imports.ImportReport.Counts;
import vn.motcua.catalog.imports.ImportReport.Outcome;
import vn.motcua.catalog.imports.ImportReport.Result;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.lists.RowError;
import vn.motcua.catalog.lists.RowError.Fault;
import vn.motcua.catalog.load.LoadLedger;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedurePublished;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.problem.ProblemTexts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes published lists again. A procedure whose content differs gets a new version and the present one its last day; one
 * with an error in any row is left exactly as it was; procedures the lists do not name are not touched.
 */
@ApplicationScoped
class ImportLists {
    @Inject
    LoadLedger ledger;

    @Inject
    Procedures procedures;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * @param effectiveFrom first legal day of new versions
     * @param dryRun tell, but do nothing
     * @param language of the words about bad rows
     */
    @Transactional
    ImportReport run(ListSource source, LocalDate effectiveFrom, boolean dryRun, Locale language) {
        ledger.lock();
        MergedProcedures lists = MergedProcedures.from(source);
        List<RowError> errors = new ArrayList<>(lists.errors());
        Map<String, ProcedureVersion> present = procedures.newest();
        List<Outcome> outcomes = new ArrayList<>();
        List<ProcedureVersion> fresh = new ArrayList<>();
        List<ProcedureVersion> ended = new ArrayList<>();
        Instant now = clock.instant();
        for (Procedure content : lists.procedures()) {
            ProcedureVersion old = present.get(content.code());
            int number = old == null ? 1 : old.version() + 1;
            ProcedureVersion next = ProcedureVersion.of(number, effectiveFrom, content, now);
            if (old != null && old.fingerprint().equals(next.fingerprint())) {
                outcomes.add(new Outcome(content.code(), Result.UNCHANGED, old.version()));
            } else if (old != null && !effectiveFrom.isAfter(old.effectiveFrom())) {
                errors.add(tooEarly(old));
                outcomes.add(new Outcome(content.code(), Result.REFUSED, old.version()));
            } else {
                fresh.add(next);
                if (old != null) {
                    ended.add(old.until(effectiveFrom.minusDays(1)));
                }
                outcomes.add(new Outcome(content.code(), old == null ? Result.ADDED : Result.CHANGED, number));
            }
        }
        refused(lists.refused(), present, outcomes);
        if (!dryRun) {
            publish(ended, fresh);
        }
        return new ImportReport(
                dryRun,
                effectiveFrom,
                counts(outcomes),
                outcomes,
                errors.stream().map(error -> inWords(error, language)).toList());
    }

    private static void refused(Set<String> codes, Map<String, ProcedureVersion> present, List<Outcome> outcomes) {
        for (String code : new LinkedHashSet<>(codes)) {
            ProcedureVersion old = present.get(code);
            outcomes.add(new Outcome(code, Result.REFUSED, old == null ? null : old.version()));
        }
    }

    private void publish(List<ProcedureVersion> ended, List<ProcedureVersion> fresh) {
        ended.forEach(procedures::end);
        procedures.insert(fresh);
        ended.forEach(this::append);
        fresh.forEach(this::append);
    }

    private void append(ProcedureVersion version) {
        outbox.append(ProcedurePublished.TOPIC, version.key(), ProcedurePublished.TYPE, ProcedurePublished.of(version));
    }

    private static RowError tooEarly(ProcedureVersion old) {
        return new RowError(
                "",
                0,
                "effectiveFrom",
                old.content().code(),
                Fault.EFFECTIVE_DATE_TOO_EARLY,
                old.effectiveFrom().toString());
    }

    private static Counts counts(List<Outcome> outcomes) {
        int[] counts = new int[Result.values().length];
        outcomes.forEach(each -> counts[each.result().ordinal()]++);
        return new Counts(counts[0], counts[1], counts[2], counts[3]);
    }

    private static BadRow inWords(RowError error, Locale language) {
        String words =
                ProblemTexts.text("import." + error.fault(), language, error.column(), String.valueOf(error.value()));
        return new BadRow(error.file(), error.row(), error.column(), error.code(), words);
    }
}
