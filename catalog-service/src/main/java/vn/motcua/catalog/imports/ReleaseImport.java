package vn.motcua.catalog.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.history.ActKind;
import vn.motcua.catalog.history.History;
import vn.motcua.catalog.http.Readers;
import vn.motcua.catalog.imports.ImportLists.Progress;
import vn.motcua.catalog.imports.ImportProposal.Standing;
import vn.motcua.catalog.imports.ImportProposals.Proposed;
import vn.motcua.catalog.imports.ImportRun.Phase;
import vn.motcua.catalog.load.LoadLedger;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.Publication;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes what an import would publish public, in one transaction: each procedure whole or not at all, and none that changed since it was
 * compared.
 */
@ApplicationScoped
class ReleaseImport {
    private static final int MOST_TOLD = 100;

    @Inject
    ImportProposals proposals;

    @Inject
    ImportRuns runs;

    @Inject
    LoadLedger ledger;

    @Inject
    Procedures procedures;

    @Inject
    Publication publication;

    @Inject
    History history;

    @Inject
    Readers readers;

    @Inject
    Clock clock;

    /** Codes that would be published, and why others would not. */
    private record Plan(List<String> codes, List<Obstacle> obstacles) {
        List<Obstacle> inTheWay() {
            return obstacles.stream().filter(Obstacle::inTheWay).toList();
        }

        /** Whether somebody has to look again. */
        boolean stale(boolean leaveOut) {
            return !inTheWay().isEmpty() && (!leaveOut || codes.isEmpty());
        }
    }

    /**
     * Publishes in the caller's transaction.
     *
     * @param decided who releases it, for which day
     * @throws ProblemException {@code import-stale} with the procedures that changed meanwhile
     */
    void now(Proposed of, Standing decided) {
        ledger.lock();
        Plan plan = require(of, decided);
        publish(of, decided, plan, Progress.NONE);
        proposals.move(of, ImportState.RELEASED, decided.without(plan.obstacles()));
    }

    /**
     * Notes in the caller's transaction that the background shall publish it.
     *
     * @throws ProblemException as {@link #now}
     */
    void later(Proposed of, Standing decided) {
        require(of, decided);
        proposals.move(of, ImportState.RELEASING, decided);
        runs.again(of.id());
    }

    /** In the background: publishes what was decided; where something changed since, it waits for another decision. */
    @Transactional(Transactional.TxType.MANDATORY)
    void goOn(UUID id, Progress progress) {
        ledger.lock();
        Proposed of = proposals.find(id).orElseThrow();
        if (of.state() != ImportState.RELEASING) {
            return;
        }
        Plan plan = plan(of, of.standing());
        if (plan.stale(of.standing().leaveOut())) {
            proposals.move(of, ImportState.SUBMITTED, of.standing().undecided());
        } else {
            publish(of, of.standing(), plan, progress);
            proposals.move(of, ImportState.RELEASED, of.standing().without(plan.obstacles()));
        }
        runs.released(id, plan.codes().size());
    }

    private Plan require(Proposed of, Standing decided) {
        Plan plan = plan(of, decided);
        if (plan.stale(decided.leaveOut())) {
            List<Obstacle> some = plan.inTheWay();
            throw new ProblemException(CatalogProblem.IMPORT_STALE, some.size())
                    .with("count", some.size())
                    .with("obstacles", some.stream().limit(MOST_TOLD).toList());
        }
        return plan;
    }

    private Plan plan(Proposed of, Standing decided) {
        List<String> codes = new ArrayList<>();
        List<Obstacle> obstacles = new ArrayList<>();
        for (ImportItem each : proposals.items(of.id())) {
            Optional<Obstacle> against = each.against(decided.effectiveFrom());
            against.ifPresentOrElse(obstacles::add, () -> codes.add(each.code()));
        }
        return new Plan(codes, obstacles);
    }

    private void publish(Proposed of, Standing decided, Plan plan, Progress progress) {
        List<String> codes = plan.codes();
        Instant now = clock.instant();
        Pace pace = new Pace(readers::asked);
        for (int from = 0; from < codes.size(); from += Pace.PORTION) {
            if (from % ImportLists.TOLD == 0) {
                progress.at(Phase.PUBLISHING, from, codes.size());
            }
            some(of, decided, codes.subList(from, Math.min(codes.size(), from + Pace.PORTION)), now);
            pace.portion();
        }
    }

    private void some(Proposed of, Standing decided, List<String> codes, Instant now) {
        Map<String, Procedure> contents = proposals.contents(of.id(), codes);
        Map<String, ProcedureVersion> present = procedures.newest(codes);
        List<ProcedureVersion> fresh = new ArrayList<>();
        List<ProcedureVersion> ended = new ArrayList<>();
        for (String code : codes) {
            ProcedureVersion old = present.get(code);
            fresh.add(ProcedureVersion.of(
                            old == null ? 1 : old.version() + 1, decided.effectiveFrom(), contents.get(code), now)
                    .announced(decided.announcement(), decided.decided().by()));
            if (old != null) {
                ended.add(old.until(decided.effectiveFrom().minusDays(1)));
            }
        }
        publication.publish(ended, fresh);
        history.add(fresh.stream().map(each -> entry(of, decided, each)).toList());
    }

    private static History.Entry entry(Proposed of, Standing decided, ProcedureVersion each) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("import", of.id());
        facts.put("effectiveFrom", decided.effectiveFrom());
        if (decided.announcement() != null) {
            facts.put("decision", decided.announcement());
        }
        String note = decided.decided().reason();
        return new History.Entry(
                each.content().code(),
                each.version(),
                null,
                ActKind.IMPORTED,
                decided.decided().by(),
                note == null ? decided.submitted().reason() : note,
                facts);
    }
}
