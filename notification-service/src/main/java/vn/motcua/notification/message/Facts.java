package vn.motcua.notification.message;

import vn.motcua.notification.catalogue.Names;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.platform.clock.LegalTime;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The values of the variables for one change in one language. */
final class Facts {

    private static final Set<Stage> WITHOUT_APPOINTMENT = EnumSet.of(Stage.REFUSED, Stage.STOPPED, Stage.ABANDONED);

    private final Map<String, String> values = new HashMap<>();
    private final Texts texts;

    private Facts(Texts texts) {
        this.texts = texts;
    }

    /** The officers who received and handled the dossier, as their names and titles are printed; null if not known. */
    record Officers(String receivedBy, String handledBy) {}

    static Map<String, String> of(StageChanged change, Officers officers, Names names, String language) {
        Facts facts = new Facts(Texts.in(language));
        facts.identity(change, names, language);
        facts.times(change);
        facts.put(Fact.RECEIVED_BY, officers.receivedBy());
        facts.put(Fact.HANDLED_BY, officers.handledBy());
        facts.phrases(change);
        return facts.values;
    }

    private void identity(StageChanged change, Names names, String language) {
        put(Fact.CODE, change.code());
        put(Fact.REFERENCE, change.reference());
        put(Fact.PROCEDURE, names.procedureIn(language));
        put(Fact.PROCEDURE_CODE, change.procedureCode());
        put(Fact.RECEIVING_UNIT, texts.inSentence(names.unit(change.receivingUnit())));
        put(Fact.COMPETENT_UNIT, names.unit(change.competentUnit()));
        put(Fact.RETURNING_UNIT, texts.inSentence(names.unit(change.returningUnit())));
    }

    private void times(StageChanged change) {
        put(Fact.RECEIVED_AT, LegalTime.onPaper(change.receivedAt()));
        put(Fact.AT, LegalTime.onPaper(change.effectiveAt()));
        if (change.pausedSince() == null && !WITHOUT_APPOINTMENT.contains(change.stage())) {
            put(Fact.DUE, LegalTime.onPaper(change.due()));
        }
        put(Fact.ORIGINAL_DUE, LegalTime.onPaper(change.originalDue()));
        put(Fact.PROMISED, LegalTime.onPaper(change.promised()));
        if (change.action() == Action.HAND_OVER) {
            put(Fact.RETURNED_AT, LegalTime.onPaper(change.effectiveAt()));
        }
    }

    private void phrases(StageChanged change) {
        phrase(Fact.DEPARTMENT, change.department());
        phrase(Fact.REASON, change.reasonCode());
        phrase(Fact.STAGE, change.stage());
        phrase(Fact.DECISION, change.decisionKind());
        phrase(Fact.RETURN_MODE, change.returnMode());
        phrase(Fact.FEES_OPEN, change.feesOpen());
    }

    /** The phrase of a published value; a value without a phrase stays unsaid. */
    private void phrase(Fact fact, Object value) {
        String phrase = value == null ? null : texts.phrase(fact.placeholder() + "." + value);
        put(fact, phrase == null ? null : Texts.fill(phrase, values));
    }

    private void put(Fact fact, String value) {
        if (value != null && !value.isBlank()) {
            values.put(fact.placeholder(), value);
        }
    }
}
