package vn.motcua.intake.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dossier's code (mã số hồ sơ), as H52.712.00-261124-0007: handling agency, legal date of receipt, order of receipt in the day
 * (Circular 03/2025 Art. 13). It is printed and shared and therefore no secret. Written strictly, read leniently: codes of other
 * systems have other orders and lengths.
 *
 * @param agency electronic identification code of the handling agency
 * @param date of receipt, Asia/Ho_Chi_Minh
 * @param sequence order of receipt as written, with its leading zeros
 */
public record DossierCode(String agency, LocalDate date, String sequence) {
    private static final Pattern STRICT = Pattern.compile("^[A-Y]\\d{2}(\\.\\d{2,3}){1,2}-\\d{6}-\\d{4,}$");
    private static final Pattern TOLERANT =
            Pattern.compile("^([0-9A-Z]+(?:\\.[0-9A-Z]+)*)-(\\d{6}|\\d{8})-(\\d{4,18})$");
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("uuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /**
     * Writes a code of our own.
     *
     * @throws IllegalArgumentException if the result is not one the national side accepts, as with an agency code of one group
     */
    public static String write(String agency, LocalDate date, long number) {
        String code = "%s-%s-%04d".formatted(agency, SHORT.format(date), number);
        if (number < 1 || !STRICT.matcher(code).matches() || agency.length() > 35) {
            throw new IllegalArgumentException("not a dossier code: " + code);
        }
        return code;
    }

    /** Reads a code of any known system; empty if it is none. */
    public static Optional<DossierCode> read(String text) {
        Matcher m = TOLERANT.matcher(text == null ? "" : text.strip().toUpperCase(java.util.Locale.ROOT));
        if (!m.matches() || m.group(1).length() > 35) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(m.group(2), m.group(2).length() == 6 ? SHORT : LONG);
            return Optional.of(new DossierCode(m.group(1), date, m.group(3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
