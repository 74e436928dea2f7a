package vn.motcua.catalog.lists;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import vn.motcua.catalog.lists.RowError.Fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a list with a header line, UTF-8, normalised to NFC. A missing file or column is an error of the list, not a crash. */
class CsvList {
    private static final CsvMapper MAPPER = new CsvMapper();
    private static final CsvSchema HEADER = CsvSchema.emptySchema().withHeader();

    private CsvList() {}

    /**
     * @param columns that the list must have; more are ignored
     * @param codeColumn names the procedure of a row; null for lists about other things
     */
    static List<Row> read(
            ListSource source, String file, Set<String> columns, String codeColumn, List<RowError> errors) {
        List<Row> rows = new ArrayList<>();
        byte[] bytes = source.bytes(file);
        if (bytes == null) {
            errors.add(new RowError(file, 0, "", null, Fault.FILE_MISSING, null));
            return rows;
        }
        String text = Normalizer.normalize(new String(bytes, StandardCharsets.UTF_8), Normalizer.Form.NFC);
        try (MappingIterator<Map<String, String>> lines =
                MAPPER.readerForMapOf(String.class).with(HEADER).readValues(withoutMark(text))) {
            int number = 1;
            while (lines.hasNext()) {
                Map<String, String> cells = lines.next();
                if (number == 1 && !hasAll(file, columns, cells.keySet(), errors)) {
                    return rows;
                }
                rows.add(new Row(file, ++number, cells, codeColumn, errors));
            }
        } catch (IOException | RuntimeException e) {
            errors.add(new RowError(file, rows.size() + 2, "", null, Fault.FILE_UNREADABLE, null));
        }
        return rows;
    }

    private static boolean hasAll(String file, Set<String> wanted, Set<String> found, List<RowError> errors) {
        for (String column : wanted) {
            if (!found.contains(column)) {
                errors.add(new RowError(file, 1, column, null, Fault.COLUMN_MISSING, null));
            }
        }
        return found.containsAll(wanted);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
