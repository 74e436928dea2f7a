package vn.motcua.intake.form;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** What the official forms are called, for pages that list them. */
public final class FormNames {
    private FormNames() {}

    /** @param language vi or en */
    public static String of(FormKind kind, String language) {
        FormTexts texts = MessageBundles.get(FormTexts.class, Localized.Literal.of(language));
        return switch (kind) {
            case RECEIPT -> texts.title_receipt();
            case SUPPLEMENT_REQUEST -> texts.title_supplement();
            case REFUSAL -> texts.title_refusal();
            case APOLOGY -> texts.title_apology();
            case STOP_NOTICE -> texts.title_stop();
            case LAPSE_NOTICE -> texts.title_lapse();
            case CONTROL_SLIP -> texts.title_control_slip();
            case REGISTER -> texts.title_register();
        };
    }
}
