package vn.motcua.intake.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.act.ActOnDossier;
import vn.motcua.intake.act.ActionRequest;
import vn.motcua.intake.act.CarryOver;
import vn.motcua.intake.act.OpenDossier;
import vn.motcua.intake.act.OpenRequest;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.register.DossierReader;
import vn.motcua.intake.register.DossierView;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What people's pages do, by the same use cases as the API; a transaction each. */
@RequestScoped
class Filing {
    private final OpenDossier opening;
    private final ActOnDossier acting;
    private final CarryOver carrying;
    private final DossierReader reader;
    private final Openings openings;
    private final Access access;
    private final Validator validator;

    Filing(
            OpenDossier opening,
            ActOnDossier acting,
            CarryOver carrying,
            DossierReader reader,
            Openings openings,
            Access access,
            Validator validator) {
        this.opening = opening;
        this.acting = acting;
        this.carrying = carrying;
        this.reader = reader;
        this.openings = openings;
        this.access = access;
        this.validator = validator;
    }

    /**
     * A dossier as its person sees it.
     *
     * @param idleAt when it is given up if nothing more is written, for drafts
     * @param pin while it is still shown, else null
     */
    record Own(DossierView view, boolean draft, Instant idleAt, String pin, Takes takes) {
        /** Whether the person may do this now, by the table of the five steps. */
        public boolean may(Action action) {
            return view.allowedActions().contains(action);
        }

        public String etag() {
            return Revision.etag(view.revision());
        }
    }

    /** Whether the dossier takes a paper, asked for by the supplement or not. */
    interface Takes {
        boolean paper(boolean asked);
    }

    /** @throws ProblemException 404 for a dossier that is not the caller's own */
    @Transactional
    Own seen(UUID id) {
        DossierView view = reader.view(id);
        Dossier dossier = reader.seen(id);
        if (!dossier.opened().by().equals(access.subject())) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        boolean any = dossier.takesPaper(false);
        boolean asked = dossier.takesPaper(true);
        return new Own(
                view,
                dossier.draft(),
                dossier.idleAt(),
                openings.pin(access.subject(), id),
                isAsked -> isAsked ? asked : any);
    }

    /**
     * Opens a dossier once for this form.
     *
     * @throws ProblemException 400 with violations where the request does not fit
     */
    @Transactional
    UUID open(UUID submission, OpenRequest request) {
        require(request);
        if (!openings.first(access.subject(), submission)) {
            return openings.dossier(access.subject(), submission)
                    .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        }
        DossierView view = opening.open(request);
        openings.opened(access.subject(), submission, view.id(), view.pin());
        return view.id();
    }

    /** @throws ProblemException as {@link ActOnDossier#act} */
    @Transactional
    DossierView act(UUID id, String etag, ActionRequest request) {
        require(request);
        return acting.act(id, etag, request);
    }

    /** @throws ProblemException as {@link CarryOver#now} */
    @Transactional
    void carryOver(UUID id, String etag) {
        carrying.now(id, etag);
    }

    @Transactional
    void noted(UUID id) {
        reader.seen(id);
        openings.noted(access.subject(), id);
    }

    /** The constraints of the API's bodies hold here too. */
    private <T> void require(T body) {
        Set<ConstraintViolation<T>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            ProblemException problem = new ProblemException(Problems.VALIDATION);
            violations.forEach(
                    v -> problem.violation("/" + v.getPropertyPath().toString().replace('.', '/'), v.getMessage()));
            throw problem;
        }
    }
}
