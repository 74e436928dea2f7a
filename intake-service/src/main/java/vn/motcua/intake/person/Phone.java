package vn.motcua.intake.person;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers of Vietnam, in one spelling: 0 and the national number, without spaces. A phone is never required. */
public final class Phone {
    private static final Pattern MOBILE = Pattern.compile("0[35789]\\d{8}");
    private static final Pattern LANDLINE = Pattern.compile("02\\d{8,9}");

    private Phone() {}

    /** Whose phone it is: many people give a relative's. */
    public enum Owner {
        SELF,
        RELATIVE,
        HELPER,
        OTHER
    }

    /** The number in its one spelling; empty if it is none. */
    public static Optional<String> read(String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[\\s.()\\-]", "");
        String national = digits.startsWith("+84") ? "0" + digits.substring(3) : digits;
        return MOBILE.matcher(national).matches() || LANDLINE.matcher(national).matches()
                ? Optional.of(national)
                : Optional.empty();
    }

    /** Whether short messages reach it. */
    public static boolean isMobile(String number) {
        return number != null && MOBILE.matcher(number).matches();
    }
}
