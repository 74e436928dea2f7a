package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.catalogue.Procedure;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.Result;
import vn.motcua.processing.result.Results;
import vn.motcua.processing.result.Upload;

import java.time.Instant;
import java.util.UUID;

/** Lets the signing of a result look at a case and decide or reissue it: by the same table, fencing and preconditions as any act. */
@ApplicationScoped
public class IssueResult {
    @Inject
    ActOnCase acts;

    @Inject
    Results results;

    /**
     * What would be issued now.
     *
     * @param act DECIDE or REISSUE
     * @param draft the proposed file
     * @param replaces the result that a reissue corrects; null for a decision
     * @param granted whether everything is granted or a part of it
     * @param at the acting instant
     */
    public record Ready(
            String act,
            UUID caseId,
            String unit,
            String code,
            String reference,
            String procedureCode,
            String procedure,
            UUID draft,
            UUID replaces,
            boolean granted,
            Instant at) {}

    /** The result as issued and the case's new revision. */
    public record Issued(UUID result, long revision) {}

    /**
     * Joins the caller's transaction and locks the case.
     *
     * @throws ProblemException as DECIDE or REISSUE would
     */
    @Transactional
    public Ready ready(UUID caseId, String ifMatch, Officer officer) {
        Examination met = acts.locked(caseId, officer);
        Case one = met.one();
        acts.require(ifMatch, one.revision(), one);
        boolean reissue = one.state() == State.DECIDED;
        acts.row(met, reissue ? new CaseAction.Reissue(one.draftResult()) : new CaseAction.Decide());
        Procedure procedure = met.procedure();
        return new Ready(
                (reissue ? Act.REISSUE : Act.DECIDE).name(),
                one.id(),
                one.beside().competentUnit(),
                met.dossier().code(),
                met.dossier().reference(),
                met.dossier().procedureCode(),
                procedure == null ? null : procedure.nameVi(),
                one.draftResult(),
                reissue ? one.result() : null,
                one.proposal() == null || one.proposal().kind() != DecisionKind.REFUSED,
                one.actingInstant(met.now(), met.dossier()));
    }

    /**
     * Puts the signed file in the place of the proposed one and acts. Joins the caller's transaction.
     *
     * @throws ProblemException where the case has changed since {@link #ready}
     */
    @Transactional
    public Issued issue(Ready ready, Upload signed, String ifMatch, Officer officer) {
        Examination met = acts.locked(ready.caseId(), officer);
        acts.require(ifMatch, met.one().revision(), met.one());
        Result result = results.add(ready.caseId(), signed, officer, ready.at());
        result.madeFrom(ready.draft());
        met.one().attach(result.id());
        boolean reissue = Act.REISSUE.name().equals(ready.act());
        Examination after = acts.act(
                ready.caseId(),
                reissue ? new CaseAction.Reissue(result.id()) : new CaseAction.Decide(),
                ifMatch,
                officer);
        return new Issued(result.id(), after.one().revision());
    }

    /** The case's revision as it stands. */
    @Transactional
    public long revision(UUID caseId, Officer officer) {
        return acts.locked(caseId, officer).one().revision();
    }
}
