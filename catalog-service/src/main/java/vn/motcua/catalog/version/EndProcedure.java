package vn.motcua.catalog.version;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.history.ActKind;
import vn.motcua.catalog.history.History;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.load.LoadLedger;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Ending;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.Publication;
import vn.motcua.catalog.procedure.Timeline;
import vn.motcua.catalog.procedure.Timeline.Refusal;
import vn.motcua.catalog.version.VersionRequest.End;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a procedure its last day, with the decision and what takes its place. */
@ApplicationScoped
class EndProcedure {
    @Inject
    Procedures procedures;

    @Inject
    Publication publication;

    @Inject
    LoadLedger ledger;

    @Inject
    History history;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * @return the last version, with its last day
     * @throws ProblemException 428 and 412, {@code procedure-not-found}, {@code validation}, {@code last-day-refused}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ProcedureVersion end(String code, String ifMatch, End asked) {
        Asked.known("/lastDay", asked.lastDay());
        Asked.known("/decisionDate", asked.decisionDate());
        ledger.lock();
        ProcedureVersion last = procedures
                .newest(code)
                .orElseThrow(() -> new ProblemException(CatalogProblem.PROCEDURE_NOT_FOUND, code));
        Revision.require(ifMatch, Line.revision(last), () -> Map.of("version", last.version()));
        Timeline.of(List.of(last))
                .refusesEnd(asked.lastDay(), LegalTime.date(clock.instant()))
                .ifPresent(refusal -> refused(refusal, last));
        List<String> successors = successors(code, asked);
        ProcedureVersion ended = last.ended(
                asked.lastDay(),
                new Ending(
                        asked.endingReason(),
                        successors,
                        new Announcement(asked.decisionNumber().strip(), asked.decisionDate())));
        publication.publish(List.of(ended), List.of());
        history.add(new History.Entry(
                code,
                last.version(),
                null,
                ActKind.ENDED,
                Officer.of(caller),
                asked.reason().strip(),
                Map.of(
                        "lastDay", asked.lastDay(),
                        "endingReason", asked.endingReason(),
                        "successors", successors,
                        "decision", ended.ending().decision())));
        return ended;
    }

    private List<String> successors(String code, End asked) {
        List<String> given = asked.successors() == null
                ? List.of()
                : asked.successors().stream().distinct().toList();
        boolean replaced = asked.endingReason() == Ending.Reason.REPLACED;
        if (replaced == given.isEmpty()) {
            throw new ProblemException(Problems.VALIDATION).violation("/successors", replaced ? "1..." : "0");
        }
        Set<String> known = procedures.known(given);
        ProblemException unknown = new ProblemException(Problems.VALIDATION);
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).equals(code) || !known.contains(given.get(i))) {
                unknown.violation("/successors/" + i, given.get(i));
            }
        }
        if (unknown.members().containsKey("violations")) {
            throw unknown;
        }
        return given;
    }

    private static void refused(Refusal refusal, ProcedureVersion last) {
        throw new ProblemException(CatalogProblem.LAST_DAY_REFUSED, last.effectiveFrom())
                .with("refusal", refusal)
                .with("version", last.version())
                .with("effectiveFrom", last.effectiveFrom());
    }
}
