package vn.motcua.notification.redaction;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what must not stand in a text that everybody reads: numbers of telephones and identity papers, e-mail addresses, dossier codes.
 * It errs on the side of finding; names it does not know, which is why a second officer reads the text.
 */
public final class PersonalData {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+\\s?(@|\\(at\\)|\\[at\\])\\s?[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern DOSSIER = Pattern.compile("\\b[a-z]\\d{2}(\\.\\d{1,3}){1,3}-\\d{6}-\\d{3,}");
    private static final Pattern MONEY =
            Pattern.compile("(?<![\\d.])\\d{1,3}([.,]\\d{3})+ ?(đồng|đ|vnđ|vnd)(?![\\p{L}\\d])");
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(\\d{1,2}[:h]\\d{2} )?\\d{1,2}[./-]\\d{1,2}[./-](19|20)\\d{2}(?!\\d)");
    private static final Pattern RULE = Pattern.compile("(?<!\\d)\\d{1,4}/(19|20)\\d{2}/[a-zđ]{2,}");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\d])\\+?\\d([ .\\-()]{0,2}\\d){8,}");
    private static final int CITIZEN_DIGITS = 12;
    private static final int FORMER_DIGITS = 9;

    private PersonalData() {}

    /** What was found. */
    public enum Kind {
        EMAIL,
        DOSSIER_CODE,
        PHONE,
        CITIZEN_NUMBER,
        /** Another number as long as one of those. */
        LONG_NUMBER,
        /** The contact the person left. */
        CONTACT
    }

    /**
     * Everything found in a text, in whatever form its digits and letters are written.
     *
     * @param contact what the person left to be reached by, or null
     */
    public static Set<Kind> in(String text, String contact) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}]", "")
                .replaceAll("[\\s\\u00a0]+", " ")
                .toLowerCase(Locale.ROOT);
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        if (EMAIL.matcher(plain).find()) {
            found.add(Kind.EMAIL);
        }
        if (DOSSIER.matcher(plain).find()) {
            found.add(Kind.DOSSIER_CODE);
        }
        if (contact != null
                && contact.strip().length() >= 5
                && plain.contains(contact.strip().toLowerCase(Locale.ROOT))) {
            found.add(Kind.CONTACT);
        }
        String rest = DOSSIER.matcher(plain).replaceAll(" ; ");
        rest = MONEY.matcher(rest).replaceAll(" ; ");
        rest = DATE.matcher(rest).replaceAll(" ; ");
        rest = RULE.matcher(rest).replaceAll(" ; ");
        DIGITS.matcher(rest).results().forEach(match -> found.add(kind(match.group())));
        return found;
    }

    private static Kind kind(String number) {
        String digits = number.replaceAll("\\D", "");
        boolean country = digits.startsWith("84") && digits.length() >= 11 && number.startsWith("+");
        if (country || digits.startsWith("0") && digits.length() >= 10 && digits.length() <= 11) {
            return Kind.PHONE;
        }
        return digits.length() == CITIZEN_DIGITS || digits.length() == FORMER_DIGITS
                ? Kind.CITIZEN_NUMBER
                : Kind.LONG_NUMBER;
    }
}
