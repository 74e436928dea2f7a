package vn.motcua.platform.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Titles and details in the caller's language: the service's own bundle first, then the platform's. Vietnamese is the default. */
public final class ProblemTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    /** The text, or null where no bundle has the key. */
    public static String text(String key, Locale locale, Object... args) {
        for (String bundle : List.of("problems", "platform_problems")) {
            try {
                String pattern = ResourceBundle.getBundle(
                                bundle, locale, Thread.currentThread().getContextClassLoader(), EXACT)
                        .getString(key);
                return new MessageFormat(pattern, locale).format(args);
            } catch (MissingResourceException absent) {
                // the next bundle may know it
            }
        }
        return null;
    }

    /** English only where the caller prefers it to Vietnamese. */
    public static Locale locale(List<Locale> acceptable) {
        for (Locale each : acceptable) {
            if (each.getLanguage().equals("vi")) {
                return Locale.forLanguageTag("vi");
            }
            if (each.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.forLanguageTag("vi");
    }
}
