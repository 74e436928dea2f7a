package vn.motcua.catalog.lists;

/**
 * What is wrong in one cell of a list.
 *
 * @param row as a spreadsheet counts it: the header is row 1
 * @param column name of the column; empty where the whole row or file is meant
 * @param code procedure the row belongs to; null where it names none
 * @param fault key of the words for it, {@code import.<fault>} in the message files
 * @param value what the cell holds, cut to 80 characters
 */
public record RowError(String file, int row, String column, String code, Fault fault, String value) {
    /** Kinds of faults; each has its sentence in the message files. */
    public enum Fault {
        FILE_MISSING,
        FILE_UNREADABLE,
        COLUMN_MISSING,
        EMPTY,
        TOO_LONG,
        NOT_A_CODE,
        NOT_A_NUMBER,
        NOT_A_LISTED_WORD,
        NOT_A_DATE,
        VALUE_WITHOUT_UNIT,
        UNIT_WITHOUT_VALUE,
        UNKNOWN_PROCEDURE,
        DUPLICATE_CODE,
        QUANTITY_DOES_NOT_FIT,
        EFFECTIVE_DATE_TOO_EARLY,
        PROCEDURE_ENDED
    }

    public RowError {
        value = value == null || value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
