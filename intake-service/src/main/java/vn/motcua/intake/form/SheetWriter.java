package vn.motcua.intake.form;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.catalogue.Catalogue;

/** Puts the content of a form into words and in order: the field lists of Circular 03/2025, Annex I. */
@ApplicationScoped
class SheetWriter {
    private final Catalogue catalogue;
    private final IntakeConfig config;

    SheetWriter(Catalogue catalogue, IntakeConfig config) {
        this.catalogue = catalogue;
        this.config = config;
    }

    /** @throws IllegalArgumentException if the content lacks what this kind must say, or no such form is issued */
    Sheet write(FormKind kind, FormContent content, String number) {
        String address = config.publicUrl() + "/ho-so?ma=" + content.about().reference();
        String hotline = config.tracking().hotline().orElse(null);
        return new Slip(kind, content, number, address, hotline, new SlipWords(content, catalogue)).sheet();
    }
}
