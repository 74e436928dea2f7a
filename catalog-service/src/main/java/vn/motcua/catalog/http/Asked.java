package vn.motcua.catalog.http;

import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads query parameters; whatever is wrong with them is one 400 that names the parameter. */
public final class Asked {
    private static final int LONGEST = 200;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Asked() {}

    /** The day asked for, {@code yyyy-MM-dd}; without one the present legal date. */
    public static LocalDate day(String parameter, String value, Clock clock) {
        if (value == null || value.isBlank()) {
            return LegalTime.date(clock.instant());
        }
        try {
            LocalDate day = LocalDate.parse(value.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        throw wrong(parameter, "yyyy-MM-dd");
    }

    /**
     * Refuses a day of a body that neither people nor a database know.
     *
     * @param pointer of the member
     * @param day null passes
     */
    public static void known(String pointer, LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 2200)) {
            throw new ProblemException(Problems.VALIDATION).violation(pointer, "1900...2200");
        }
    }

    /** An instant, or the beginning of a legal day; null where none is given. */
    public static Instant since(String parameter, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        try {
            Instant from = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(LegalTime.ZONE).toInstant()
                    : Instant.parse(text);
            if (from.isAfter(EARLIEST) && from.isBefore(LATEST)) {
                return from;
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        throw wrong(parameter, "yyyy-MM-dd, yyyy-MM-ddThh:mm:ssZ");
    }

    /** Text in NFC without space around it, at most 200 characters; null where it is empty. */
    public static String text(String parameter, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw wrong(parameter, "1..." + LONGEST);
        }
        return text;
    }

    /**
     * The code that the page before ended with; null for the first page.
     *
     * @throws ProblemException {@code invalid-cursor} for anything no list of procedures gave out
     */
    public static String afterCode(String cursor) {
        String[] key = Cursor.decode(cursor, 1);
        if (key != null && !key[0].matches("[0-9A-Z.]{1,30}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        return key == null ? null : key[0];
    }

    /** A whole number within bounds; {@code otherwise} where none is given. */
    public static Integer number(String parameter, String value, int least, int most, Integer otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (value.strip().matches("\\d{1,6}")) {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(parameter, least + "..." + most);
    }

    /** One word of a closed list; {@code otherwise} where none is given. */
    public static String word(String parameter, String value, List<String> words, String otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (words.contains(value)) {
            return value;
        }
        throw wrong(parameter, String.join(", ", words));
    }

    private static ProblemException wrong(String parameter, String expected) {
        return new ProblemException(Problems.VALIDATION).violation("/" + parameter, expected);
    }
}
