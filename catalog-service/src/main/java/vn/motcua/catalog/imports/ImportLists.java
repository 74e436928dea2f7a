package vn.motcua.catalog.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.catalog.history.ActKind;
import vn.motcua.catalog.history.History;
import vn.motcua.catalog.history.Officer;
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
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.Publication;
import vn.motcua.catalog.procedure.Timeline;
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
    Publication publication;

    @Inject
    History history;

    @Inject
    Clock clock;

    /**
     * @param effectiveFrom first legal day of new versions
     * @param dryRun tell, but do nothing
     * @param language of the words about bad rows
     * @param by who takes the lists
     */
    @Transactional
    ImportReport run(ListSource source, LocalDate effectiveFrom, boolean dryRun, Locale language, Officer by) {
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
            } else if (old != null && refused(old, effectiveFrom)) {
                errors.add(refusal(old));
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
            publish(ended, fresh, effectiveFrom, by);
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

    /** An ended procedure is not begun again by a list; that takes a draft and two people. */
    private static boolean refused(ProcedureVersion old, LocalDate effectiveFrom) {
        return old.ending() != null
                || Timeline.of(List.of(old))
                        .refusesBeginning(effectiveFrom, null)
                        .isPresent();
    }

    private void publish(
            List<ProcedureVersion> ended, List<ProcedureVersion> fresh, LocalDate effectiveFrom, Officer by) {
        publication.publish(ended, fresh);
        history.add(fresh.stream()
                .map(each -> new History.Entry(
                        each.content().code(),
                        each.version(),
                        null,
                        ActKind.IMPORTED,
                        by,
                        null,
                        Map.of("effectiveFrom", effectiveFrom)))
                .toList());
    }

    private static RowError refusal(ProcedureVersion old) {
        Fault fault = old.ending() == null ? Fault.EFFECTIVE_DATE_TOO_EARLY : Fault.PROCEDURE_ENDED;
        LocalDate day = old.ending() == null ? old.effectiveFrom() : old.effectiveTo();
        return new RowError("", 0, "effectiveFrom", old.content().code(), fault, day.toString());
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
