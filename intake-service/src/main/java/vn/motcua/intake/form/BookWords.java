package vn.motcua.intake.form;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.catalogue.Unit;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.wording.Words;

/** What forms 06 and 07 say of units, procedures and outcomes: their official language is Vietnamese. */
@ApplicationScoped
class BookWords {
    private static final String LANGUAGE = "vi";

    private final Catalogue catalogue;

    BookWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    BookTexts texts() {
        return MessageBundles.get(BookTexts.class, Localized.Literal.of(LANGUAGE));
    }

    FormTexts forms() {
        return MessageBundles.get(FormTexts.class, Localized.Literal.of(LANGUAGE));
    }

    String unit(String id) {
        return catalogue.unit(id).map(Unit::name).orElse(id);
    }

    String committee(String id) {
        return forms().committee(catalogue
                .unit(id)
                .map(unit -> unit.nameInSentence(LANGUAGE))
                .orElse(id));
    }

    String procedure(String code, int version) {
        return catalogue
                .procedure(code, version)
                .map(Procedure::name)
                .map(Procedure.Name::vi)
                .orElse(code);
    }

    /** A department of a unit, or the unit as a whole. */
    String place(String unit, String department) {
        return department == null ? unit(unit) : Words.department(department, LANGUAGE) + ", " + unit(unit);
    }

    String result(Punctuality result) {
        if (result == null) {
            return "";
        }
        return switch (result) {
            case EARLY -> texts().early();
            case ON_TIME -> texts().on_time();
            case LATE -> texts().late();
        };
    }

    String returnMode(String mode) {
        return switch (mode) {
            case "ELECTRONIC" -> texts().electronically();
            case "POST" -> texts().by_post();
            default -> texts().at_counter();
        };
    }
}
