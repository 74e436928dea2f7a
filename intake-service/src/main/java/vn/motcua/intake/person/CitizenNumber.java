package vn.motcua.intake.person;

import java.util.EnumSet;
import java.util.Set;

/**
 * The personal identification number (Decree 137/2015 Art. 13): 3 digits place of birth registration, 1 century and sex, 2 year of
 * birth, 6 random; no checksum. What does not fit gives a warning and never blocks: registers contain mistakes, and people are not
 * sent home for them.
 */
public final class CitizenNumber {
    /** What looks wrong about a number. */
    public enum Warning {
        NOT_TWELVE_DIGITS,
        FORMER_NINE_DIGITS,
        YEAR_OF_BIRTH_DIFFERS,
        SEX_DIFFERS
    }

    /** Sex as the number encodes it. */
    public enum Sex {
        MALE,
        FEMALE
    }

    private CitizenNumber() {}

    /**
     * Compares a number with what else is known.
     *
     * @param number as typed; kept as text, leading zeros count
     * @param yearOfBirth or null if unknown
     * @param sex or null if unknown
     */
    public static Set<Warning> check(String number, Integer yearOfBirth, Sex sex) {
        String digits = number == null ? "" : PersonVault.normalised(number);
        if (digits.matches("\\d{9}")) {
            return EnumSet.of(Warning.FORMER_NINE_DIGITS);
        }
        if (!digits.matches("\\d{12}")) {
            return EnumSet.of(Warning.NOT_TWELVE_DIGITS);
        }
        int centuryAndSex = digits.charAt(3) - '0';
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (yearOfBirth != null
                && yearOfBirth != 1900 + centuryAndSex / 2 * 100 + Integer.parseInt(digits.substring(4, 6))) {
            warnings.add(Warning.YEAR_OF_BIRTH_DIFFERS);
        }
        if (sex != null && sex != (centuryAndSex % 2 == 0 ? Sex.MALE : Sex.FEMALE)) {
            warnings.add(Warning.SEX_DIFFERS);
        }
        return warnings;
    }
}
