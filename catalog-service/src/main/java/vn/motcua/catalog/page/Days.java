package vn.motcua.catalog.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Legal days on a page. */
class Days {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Days() {}

    /** {@code dd/MM/yyyy}; null for null. */
    static String text(LocalDate day) {
        return day == null ? null : FORM.format(day);
    }
}
