package vn.motcua.intake.act;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.dossier.ActionNotAllowed;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Guard;
import vn.motcua.intake.dossier.GuardNotMet;
import vn.motcua.intake.dossier.StepTable;
import vn.motcua.intake.history.History;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.register.DossierReader;
import vn.motcua.intake.register.DossierView;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An act asked for over the API: seen (404), in the caller's part (403), on the newest revision (428, 412), allowed (409). */
@RequestScoped
public class ActOnDossier {
    private static final Map<Guard, IntakeProblem> PROBLEMS = new EnumMap<>(Map.ofEntries(
            Map.entry(Guard.PAPERS_COMPLETE, IntakeProblem.PAPERS_INCOMPLETE),
            Map.entry(Guard.FEES_SETTLED, IntakeProblem.FEES_OPEN),
            Map.entry(Guard.LIMIT_KNOWN, IntakeProblem.LIMIT_NOT_ESTABLISHED),
            Map.entry(Guard.FIRST_SUPPLEMENT, IntakeProblem.SUPPLEMENT_ALREADY_ASKED),
            Map.entry(Guard.SUPPLEMENT_OPEN, IntakeProblem.NO_SUPPLEMENT_OPEN),
            Map.entry(Guard.PAYMENT_OPEN, IntakeProblem.NOTHING_TO_PAY),
            Map.entry(Guard.CASE_FROZEN, IntakeProblem.CASE_NOT_FROZEN),
            Map.entry(Guard.LATE, IntakeProblem.NOT_LATE),
            Map.entry(Guard.FIRST_FORM_04, IntakeProblem.FORM_04_ISSUED),
            Map.entry(Guard.NO_DECISION_YET, IntakeProblem.DECISION_EXISTS)));

    private final DossierReader reader;
    private final Access access;
    private final Acts acts;
    private final History history;
    private final Papers papers;
    private final Clock clock;

    ActOnDossier(DossierReader reader, Access access, Acts acts, History history, Papers papers, Clock clock) {
        this.reader = reader;
        this.access = access;
        this.acts = acts;
        this.history = history;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * Acts in the caller's transaction.
     *
     * @param ifMatch ETag of the revision the caller saw
     * @throws ProblemException 404, 403, 428, 412, 409 or 400, in this order; nothing has changed then
     */
    public DossierView act(UUID id, String ifMatch, ActionRequest request) {
        Dossier dossier = reader.locked(id);
        Set<Actor> parts = access.actors(dossier);
        if (!StepTable.mayEver(request.kind(), parts)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Revision.require(ifMatch, dossier.revision(), () -> history.newest(dossier));
        try {
            Actor actor = StepTable.actor(dossier, request.kind(), parts);
            acts.apply(dossier, Deed.of(request.kind(), actor, access.signature(actor), request));
        } catch (ActionNotAllowed e) {
            throw facts(
                    new ProblemException(
                            IntakeProblem.ACTION_NOT_ALLOWED,
                            request.kind().label(),
                            dossier.stage().label()),
                    dossier,
                    parts);
        } catch (GuardNotMet e) {
            throw guard(dossier, parts, e.guard());
        } catch (UnfitBody e) {
            throw new ProblemException(Problems.VALIDATION)
                    .with("reasonCode", e.reasonCode())
                    .violation(e.pointer(), e.getMessage());
        }
        return reader.view(dossier);
    }

    private ProblemException guard(Dossier dossier, Set<Actor> parts, Guard guard) {
        IntakeProblem type = PROBLEMS.getOrDefault(guard, IntakeProblem.CONDITION_NOT_MET);
        ProblemException problem =
                facts(new ProblemException(type, guard.name()), dossier, parts).with("guard", guard);
        if (guard == Guard.PAPERS_COMPLETE) {
            problem.with("missing", papers.missing(dossier.id()));
        }
        if (guard == Guard.FEES_SETTLED) {
            problem.with("openVnd", dossier.charges().openVnd());
        }
        return problem;
    }

    private ProblemException facts(ProblemException problem, Dossier dossier, Set<Actor> parts) {
        return problem.with("stage", dossier.stage())
                .with("allowed", StepTable.allowed(dossier, parts, clock.instant()));
    }
}
