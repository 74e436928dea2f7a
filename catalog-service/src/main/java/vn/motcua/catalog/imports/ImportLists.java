package vn.motcua.catalog.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.catalog.http.Readers;
import vn.motcua.catalog.imports.ImportProposals.Contents;
import vn.motcua.catalog.imports.ImportReport.BadRow;
import vn.motcua.catalog.imports.ImportReport.Counts;
import vn.motcua.catalog.imports.ImportReport.Outcome;
import vn.motcua.catalog.imports.ImportReport.Result;
import vn.motcua.catalog.imports.ImportRun.Phase;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.lists.RowError;
import vn.motcua.catalog.lists.RowError.Fault;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.Timeline;
import vn.motcua.catalog.procedure.WhatChanged;
import vn.motcua.platform.problem.ProblemTexts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Takes published lists again and publishes nothing: what differs is kept until one person has submitted it and another one released it.
 * A procedure with an error in any row is left exactly as it is; procedures the lists do not name are not touched.
 */
@ApplicationScoped
class ImportLists {
    /** How far it is, is told after so many procedures. */
    static final int TOLD = 5 * Pace.PORTION;

    @Inject
    Procedures procedures;

    @Inject
    ImportProposals proposals;

    @Inject
    Readers readers;

    @Inject
    Clock clock;

    /** Told how far an import is. */
    interface Progress {
        Progress NONE = (phase, done, total) -> {};

        /** @param total null while it is not known */
        void at(Phase phase, int done, Integer total);
    }

    /**
     * @param id of the import, which is noted already
     * @param effectiveFrom first legal day of new versions, unless they are released for another one
     * @param dryRun tell, but keep nothing
     * @param language of the words about bad rows
     */
    @Transactional
    ImportReport run(
            UUID id, ListSource source, LocalDate effectiveFrom, boolean dryRun, Locale language, Progress progress) {
        progress.at(Phase.READING, 0, null);
        MergedProcedures lists = MergedProcedures.from(source);
        Pace pace = new Pace(readers::asked);
        Compared compared = compare(lists, effectiveFrom, pace, progress);
        if (!dryRun) {
            keep(id, compared.fresh, pace, progress);
        }
        return new ImportReport(
                dryRun || compared.fresh.isEmpty() ? null : id,
                dryRun,
                effectiveFrom,
                counts(compared.outcomes),
                compared.outcomes,
                compared.errors.stream().map(error -> inWords(error, language)).toList());
    }

    private record Compared(List<Outcome> outcomes, List<RowError> errors, List<Contents> fresh) {}

    private Compared compare(MergedProcedures lists, LocalDate effectiveFrom, Pace pace, Progress progress) {
        List<Procedure> all = lists.procedures();
        Compared compared = new Compared(new ArrayList<>(), new ArrayList<>(lists.errors()), new ArrayList<>());
        Instant now = clock.instant();
        for (int from = 0; from < all.size(); from += Pace.PORTION) {
            if (from % TOLD == 0) {
                progress.at(Phase.COMPARING, from, all.size());
            }
            List<Procedure> some = all.subList(from, Math.min(all.size(), from + Pace.PORTION));
            Map<String, ProcedureVersion> present =
                    procedures.newest(some.stream().map(Procedure::code).toList());
            some.forEach(listed -> compare(listed, present.get(listed.code()), effectiveFrom, now, compared));
            pace.portion();
        }
        refused(lists.refused(), procedures.newest(lists.refused()), compared.outcomes);
        return compared;
    }

    private static void compare(
            Procedure listed, ProcedureVersion old, LocalDate effectiveFrom, Instant now, Compared compared) {
        Procedure content = old == null ? listed : EditorsWords.kept(listed, old.content());
        int number = old == null ? 1 : old.version() + 1;
        ProcedureVersion next = ProcedureVersion.of(number, effectiveFrom, content, now);
        if (old != null && old.fingerprint().equals(next.fingerprint())) {
            compared.outcomes.add(new Outcome(content.code(), Result.UNCHANGED, old.version()));
        } else if (old != null && refused(old, effectiveFrom)) {
            compared.errors.add(refusal(old));
            compared.outcomes.add(new Outcome(content.code(), Result.REFUSED, old.version()));
        } else {
            compared.fresh.add(new Contents(old == null ? null : old.version(), content, next.fingerprint()));
            compared.outcomes.add(outcome(old, next));
        }
    }

    private static Outcome outcome(ProcedureVersion old, ProcedureVersion next) {
        String code = next.content().code();
        return old == null
                ? new Outcome(code, Result.ADDED, next.version())
                : new Outcome(code, Result.CHANGED, next.version(), WhatChanged.between(old.content(), next.content()));
    }

    private static void refused(Set<String> codes, Map<String, ProcedureVersion> present, List<Outcome> outcomes) {
        for (String code : new TreeSet<>(codes)) {
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

    private void keep(UUID id, List<Contents> fresh, Pace pace, Progress progress) {
        for (int from = 0; from < fresh.size(); from += Pace.PORTION) {
            if (from % TOLD == 0) {
                progress.at(Phase.PROPOSING, from, fresh.size());
            }
            proposals.keep(id, fresh.subList(from, Math.min(fresh.size(), from + Pace.PORTION)));
            pace.portion();
        }
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
