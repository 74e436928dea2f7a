package vn.motcua.intake.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Issues official forms and keeps them as they were. */
@ApplicationScoped
public class Forms {
    /**
     * Issues a form in the act's own transaction: numbers it by unit, kind and year, renders it, and stores it for good.
     *
     * @throws IllegalArgumentException if the content lacks what the form must say (a reason on 02 and 03, a term on 01)
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public IssuedForm issue(FormKind kind, FormContent content) {
        throw new UnsupportedOperationException();
    }

    /** The forms of a dossier in the order of issue. */
    public List<IssuedForm> of(UUID dossierId) {
        throw new UnsupportedOperationException();
    }

    /** The page of an issued form exactly as it was rendered at issue; empty if the dossier has no such form. */
    public Optional<String> page(UUID dossierId, UUID formId) {
        throw new UnsupportedOperationException();
    }
}
