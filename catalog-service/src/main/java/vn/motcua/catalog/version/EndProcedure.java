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
import vn.motcua.catalog.version.VersionRequest.DeclineEnd;
import vn.motcua.catalog.version.VersionRequest.End;
import vn.motcua.catalog.version.VersionRequest.ProposeEnd;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a procedure its last day, with the decision and what takes its place: one person proposes it, another one decides. */
@ApplicationScoped
class EndProcedure {
    @Inject
    Procedures procedures;

    @Inject
    EndProposals proposals;

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
     * A procedure after an act.
     *
     * @param last its last version
     */
    record Outcome(ProcedureVersion last, EndProposals.Standing standing) {}

    /**
     * @throws ProblemException 428 and 412, {@code procedure-not-found}, {@code validation}, {@code last-day-refused},
     *     {@code forbidden} without the role, {@code end-not-open} where a proposal stands already, or none does,
     *     {@code second-person-needed} where the one who proposed it would decide
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Outcome act(String code, String ifMatch, VersionRequest request) {
        EndAct act = EndAct.of(request);
        if (act.roles().stream().noneMatch(caller::has)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        ledger.lock();
        ProcedureVersion last = procedures
                .newest(code)
                .orElseThrow(() -> new ProblemException(CatalogProblem.PROCEDURE_NOT_FOUND, code));
        EndProposals.Standing before = proposals.of(code);
        Line line = Line.of(last, before);
        Revision.require(ifMatch, line.revision(), () -> Map.of("version", last.version()));
        Officer by = Officer.of(caller);
        act.require(line, caller.roles(), by.subject());
        if (request instanceof ProposeEnd asked) {
            ProposedEnd proposal = proposal(code, asked, by);
            possible(last, proposal);
            note(code, last, ActKind.END_PROPOSED, by, proposal.reason(), proposal);
            return new Outcome(last, proposals.keep(code, proposal));
        }
        if (request instanceof DeclineEnd declined) {
            note(code, last, ActKind.END_DECLINED, by, declined.reason().strip(), before.proposal());
            return new Outcome(last, proposals.keep(code, null));
        }
        ProcedureVersion ended = end(last, before.proposal());
        String note = ((End) request).note();
        note(
                code,
                last,
                ActKind.ENDED,
                by,
                note == null || note.isBlank() ? before.proposal().reason() : note.strip(),
                before.proposal());
        return new Outcome(ended, proposals.keep(code, null));
    }

    private ProposedEnd proposal(String code, ProposeEnd asked, Officer by) {
        Asked.known("/lastDay", asked.lastDay());
        Asked.known("/decisionDate", asked.decisionDate());
        return new ProposedEnd(
                asked.lastDay(),
                asked.endingReason(),
                successors(code, asked),
                new Announcement(asked.decisionNumber().strip(), asked.decisionDate()),
                asked.reason().strip(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void possible(ProcedureVersion last, ProposedEnd proposal) {
        Timeline.of(List.of(last))
                .refusesEnd(proposal.lastDay(), LegalTime.date(clock.instant()))
                .ifPresent(refusal -> refused(refusal, last));
    }

    private ProcedureVersion end(ProcedureVersion last, ProposedEnd proposal) {
        possible(last, proposal);
        ProcedureVersion ended = last.ended(
                proposal.lastDay(), new Ending(proposal.endingReason(), proposal.successors(), proposal.decision()));
        publication.publish(List.of(ended), List.of());
        return ended;
    }

    private void note(
            String code, ProcedureVersion last, ActKind act, Officer by, String reason, ProposedEnd proposal) {
        history.add(new History.Entry(
                code,
                last.version(),
                null,
                act,
                by,
                reason,
                Map.of(
                        "lastDay", proposal.lastDay(),
                        "endingReason", proposal.endingReason(),
                        "successors", proposal.successors(),
                        "decision", proposal.decision())));
    }

    private List<String> successors(String code, ProposeEnd asked) {
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
