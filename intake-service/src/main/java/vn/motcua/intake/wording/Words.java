package vn.motcua.intake.wording;

import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.Stretch;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What codes mean to a person, in Vietnamese and English. Codes are open lists: one without words is shown as it is. */
public final class Words {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    /** Why something was asked or refused, as PAPER_MISSING; null for null. */
    public static String reason(String code, String language) {
        return text("reason.", code, language);
    }

    /** Where a dossier stands, as a sentence without its full stop. */
    public static String stage(String code, String language) {
        return text("stage.", code, language);
    }

    /** The name of a department by its id; null for null. */
    public static String department(String id, String language) {
        return text("department.", id, language);
    }

    /** A time limit as a phrase, as "3 working days". */
    public static String limit(Limit limit, String language) {
        return text("limit.", limit.unit().name(), language, limit.amount());
    }

    /** Why a stretch of time was counted or not, as a phrase. */
    public static String stretch(Stretch stretch, Limit limit, String language) {
        Object arg =
                switch (stretch.reason()) {
                    case AFTER_CUT_OFF -> limit.cutOff();
                    case CLOCK_STOPPED -> text("pause.", stretch.note(), language);
                    default -> stretch.note();
                };
        return text("stretch.", stretch.reason().name(), language, arg == null ? "" : arg.toString());
    }

    /** What a stretch rests on: the law, the procedure's limit, the unit's hours. */
    public static String basis(Stretch stretch, String language) {
        return text("basis.", stretch.reason().name(), language);
    }

    private static String text(String prefix, String code, String language, Object... args) {
        if (code == null) {
            return null;
        }
        try {
            Locale locale = Locale.forLanguageTag(language);
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            String words =
                    ResourceBundle.getBundle("words", locale, loader, EXACT).getString(prefix + code);
            return new MessageFormat(words, locale).format(args);
        } catch (MissingResourceException unknown) {
            return code;
        }
    }
}
