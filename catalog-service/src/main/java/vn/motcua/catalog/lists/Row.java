package vn.motcua.catalog.lists;

import vn.motcua.catalog.lists.RowError.Fault;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One row of a list, read cell by cell; what cannot be read is noted and answered with null. */
class Row {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");
    private static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}(\\.[A-Y]\\d{2})?");
    private static final int LONGEST_TEXT = 20_000;

    private final String file;
    private final int number;
    private final Map<String, String> cells;
    private final String codeColumn;
    private final List<RowError> errors;

    Row(String file, int number, Map<String, String> cells, String codeColumn, List<RowError> errors) {
        this.file = file;
        this.number = number;
        this.cells = cells;
        this.codeColumn = codeColumn;
        this.errors = errors;
    }

    int number() {
        return number;
    }

    /** The cell, or null where it is empty or blank. */
    String text(String column) {
        String cell = cells.get(column);
        if (cell == null || cell.isBlank()) {
            return null;
        }
        String text = cell.strip();
        if (text.length() > LONGEST_TEXT) {
            fault(column, Fault.TOO_LONG, text);
            return null;
        }
        return text;
    }

    String required(String column) {
        String text = text(column);
        if (text == null) {
            fault(column, Fault.EMPTY, null);
        }
        return text;
    }

    /** A national procedure code, {@code d.dddddd}, with a province's suffix or without. */
    String code(String column) {
        String text = required(column);
        if (text != null && !CODE.matcher(text).matches()) {
            fault(column, Fault.NOT_A_CODE, text);
            return null;
        }
        return text;
    }

    Long number(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (!DIGITS.matcher(text).matches()) {
            fault(column, Fault.NOT_A_NUMBER, text);
            return null;
        }
        return Long.valueOf(text);
    }

    Integer smallNumber(String column) {
        Long value = number(column);
        if (value != null && value > 9_999) {
            fault(column, Fault.NOT_A_NUMBER, text(column));
            return null;
        }
        return value == null ? null : value.intValue();
    }

    LocalDate date(String column) {
        String text = text(column);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fault(column, Fault.NOT_A_DATE, text);
            return null;
        }
    }

    /** A word of a closed list; {@code meaning} answers null for words outside of it. */
    <T> T word(String column, Function<String, T> meaning) {
        String text = text(column);
        T value = text == null ? null : meaning.apply(text);
        if (text != null && value == null) {
            fault(column, Fault.NOT_A_LISTED_WORD, text);
        }
        return value;
    }

    <T> T requiredWord(String column, Function<String, T> meaning) {
        return required(column) == null ? null : word(column, meaning);
    }

    void fault(String column, Fault fault, String value) {
        errors.add(new RowError(file, number, column, codeColumn == null ? null : text(codeColumn), fault, value));
    }
}
